package io.jinqiao.loan.store;

import io.jinqiao.message.CanonicalJson;
import io.jinqiao.message.Content;
import io.jinqiao.message.LoanApplication;
import io.jinqiao.message.Operation;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.PersonalData;
import io.jinqiao.message.Subject;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a loan's row holds of persons and of people's words: concealed on the way in, revealed on the way out. */
final class Concealed {
    private final PersonalData data;

    Concealed(PersonalData data) {
        this.data = data;
    }

    static Subject about(PartnerId bank, String applicationNo) {
        return new Subject(bank, applicationNo);
    }

    /** Name and identity number apart from the rest: lists show them, masked. */
    byte[] borrower(Subject about, LoanApplication application) {
        return json(
                about,
                Content.group()
                        .put("name", application.borrower().name())
                        .put("identity", application.borrower().identity().number())
                        .build());
    }

    byte[] application(Subject about, LoanApplication application) {
        return json(about, application.content());
    }

    /** @throws io.jinqiao.message.Refusal {@code PERSONAL_DATA_ERASED} */
    LoanApplication application(byte[] concealed) {
        return (LoanApplication) Operation.LOAN_APPLICATION.read(CanonicalJson.read(data.requireText(concealed)));
    }

    byte @Nullable [] words(Subject about, @Nullable String words) {
        return words == null ? null : data.concealText(about, words);
    }

    @Nullable String words(byte @Nullable [] concealed) {
        return concealed == null ? null : data.requireText(concealed);
    }

    byte[] lines(Subject about, List<String> lines) {
        return json(
                about,
                Content.group()
                        .rows("lines", lines.stream().map(line -> Content.group().put("line", line).build()).toList())
                        .build());
    }

    List<String> lines(byte @Nullable [] concealed) {
        if (concealed == null) {
            return List.of();
        }
        Content lines = CanonicalJson.read(data.requireText(concealed)).get("lines");
        return lines instanceof Content.Rows rows
                ? rows.rows().stream().map(row -> Objects.requireNonNull(row.text("line"))).toList()
                : List.of();
    }

    byte[] scan(Subject about, byte[] bytes) {
        return data.conceal(about, bytes);
    }

    byte[] scan(byte[] concealed) {
        return data.require(concealed);
    }

    private byte[] json(Subject about, Content.Group content) {
        return data.concealText(about, CanonicalJson.write(content));
    }
}
