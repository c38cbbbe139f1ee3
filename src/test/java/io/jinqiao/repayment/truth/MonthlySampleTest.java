package io.jinqiao.repayment.truth;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.message.CanonicalJson;
import io.jinqiao.message.Content;
import io.jinqiao.message.FileResult;
import io.jinqiao.repayment.desk.Ledgers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped agreement of a bank that sends monthly files, and its shipped samples of a day and of the month. */
class MonthlySampleTest {
    private static final Path FOLDER = Path.of("adapters/icbc");

    @TempDir
    Path home;

    @Test
    void theShippedMonthIsHeldAgainstTheShippedDay() throws IOException {
        Files.createDirectories(home.resolve("rules"));
        Files.copy(FOLDER.resolve("agreement.example.yaml"), home.resolve("rules/repayment.yaml"));
        try (Ledgers ledgers = new Ledgers(home)) {
            ledgers.clock.set("2026-12-02T02:00:00Z");
            open(ledgers);
            assertThat(taken(ledgers, "daily").outcome()).isEqualTo(FileResult.Outcome.TAKEN);
            FileResult month = taken(ledgers, "monthly");
            assertThat(month.refused()).isEmpty();
            assertThat(month.outcome()).isEqualTo(FileResult.Outcome.TAKEN);
            assertThat(ledgers.jdbc.sql("SELECT concat_ws(' ', file_no, monthly, stands) FROM repayment_fact_file ORDER BY id").query(String.class).list())
                    .containsExactly("RS20261125001 f t", "YB202611001 t f");
        }
    }

    /** As each loan stood before the day. */
    private static void open(Ledgers ledgers) throws IOException {
        Map<String, List<Content.Group>> loans = ((Content.Rows) CanonicalJson.read(Files.readString(sample("daily.request.canonical.json"))).get("rows")).rows().stream()
                .collect(Collectors.groupingBy(row -> row.text("loanAccountNo")));
        loans.forEach((account, rows) -> {
            Content.Group row = rows.get(0);
            int instalment = Integer.parseInt(row.text("instalment"));
            long before = Long.parseLong(row.text("balance")) + rows.stream().mapToLong(MonthlySampleTest::principal).sum();
            LocalDate paidOut = LocalDate.parse(row.text("dueOn")).minusMonths(instalment);
            LocalDate openedOn = rows.stream().map(each -> LocalDate.parse(each.text("dueOn"))).min(LocalDate::compareTo).orElseThrow().minusDays(1);
            ledgers.openOlder("icbc", account, before, instalment + Integer.parseInt(row.text("remainingMonths")), paidOut, before, openedOn);
        });
    }

    private static long principal(Content.Group row) {
        Content.Group paid = (Content.Group) row.get("paid");
        return Stream.of("principal", "overduePrincipal").mapToLong(part -> Long.parseLong(paid.text(part))).sum();
    }

    private static FileResult taken(Ledgers ledgers, String which) throws IOException {
        return ledgers.take(new TrueBank.Written("icbc", which, Files.readAllBytes(sample(which + ".request.txt")), null));
    }

    private static Path sample(String name) {
        return FOLDER.resolve("files/samples/repayment-status." + name);
    }
}
