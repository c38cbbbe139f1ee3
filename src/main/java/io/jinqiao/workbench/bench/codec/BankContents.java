package io.jinqiao.workbench.bench.codec;

import io.jinqiao.adapter.Folders;
import io.jinqiao.adapter.codec.Dialect;
import io.jinqiao.message.CanonicalJson;
import io.jinqiao.message.Content;
import io.jinqiao.message.Fields;
import io.jinqiao.message.Operation;
import io.jinqiao.rulebook.RulebookException;
import io.jinqiao.rulebook.Source;
import io.jinqiao.rulebook.Sources;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.core.env.StandardEnvironment;

/** The loan application of the samples, in the words of every bank. */
final class BankContents {
    private static final String SAMPLE = "samples/loan-application.existing-home.canonical.json";

    private final String bank;
    private final Dialect dialect;
    private final Content.Group content;
    private final String payload;

    private BankContents(String bank, Dialect dialect, Content.Group content) {
        this.bank = bank;
        this.dialect = dialect;
        this.content = content;
        this.payload = dialect.writeContent(Operation.LOAN_APPLICATION, content);
    }

    static List<BankContents> all() {
        Folders folders = new Folders(new Sources(Path.of("."), BankContents.class.getClassLoader()));
        Folders.Read read = folders.read(new StandardEnvironment()::resolveRequiredPlaceholders, Clock.systemUTC());
        if (!read.problems().isEmpty()) {
            throw new RulebookException(read.problems());
        }
        List<BankContents> banks = new ArrayList<>();
        read.dialects().forEach((bank, dialect) -> {
            Map<String, Source> files = folders.files(bank);
            if (files.containsKey(SAMPLE)) {
                banks.add(new BankContents(bank, dialect, asWeSendIt(CanonicalJson.read(files.get(SAMPLE).text()))));
            }
        });
        return banks;
    }

    private static Content.Group asWeSendIt(Content.Group content) {
        return Operation.LOAN_APPLICATION.read(Fields.of(content, List.of())).content();
    }

    /** Whether the content stands as XML; else as JSON. */
    boolean xml() {
        return payload.startsWith("<");
    }

    String bank() {
        return bank;
    }

    String payload() {
        return payload;
    }

    Figure measure(double seconds) {
        double decode = CpuClock.micros(() -> dialect.readContent(Operation.LOAN_APPLICATION, payload, new ArrayList<>()), seconds);
        double message = CpuClock.micros(() -> Operation.LOAN_APPLICATION.read(Fields.of(content, List.of())), seconds / 2);
        double encode = CpuClock.micros(() -> dialect.writeContent(Operation.LOAN_APPLICATION, content), seconds);
        return new Figure(bank, xml() ? "xml" : "json", payload.length(), decode, message, encode);
    }
}
