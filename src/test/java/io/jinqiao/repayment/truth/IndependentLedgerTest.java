package io.jinqiao.repayment.truth;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.message.Content;
import io.jinqiao.message.FileResult;
import io.jinqiao.message.Refusal;
import io.jinqiao.repayment.desk.Ledgers;
import io.jinqiao.repayment.truth.TrueLoan.Payment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.RowCallbackHandler;

/**
 * Months of daily files of four banks, each in its own form, with faults of every kind among them, against what really happened: the ledger's answers are
 * compared with a recomputation that uses none of the product's classes, to the fen. {@code -Djinqiao.ledger.loans=20000 -Djinqiao.ledger.days=365} is the
 * year of the full size.
 */
class IndependentLedgerTest {
    private static final LocalDate BEGIN = LocalDate.of(2025, 11, 1);
    private static final int LOANS = Integer.getInteger("jinqiao.ledger.loans", 600);
    private static final int DAYS = Integer.getInteger("jinqiao.ledger.days", 120);
    private static final long SEED = Long.getLong("jinqiao.ledger.seed", 7);

    @TempDir
    Path home;

    private final Random random = new Random(SEED);
    private final LocalDate end = BEGIN.plusDays(DAYS);
    private final List<TrueLoan> loans = new ArrayList<>();
    private final Map<Integer, TreeMap<LocalDate, List<TrueRow>>> toTell = new HashMap<>();
    private final Map<String, Integer> faults = new TreeMap<>();
    private final List<Late> late = new ArrayList<>();

    /** Payments nobody was told of at first; {@code until} somebody was. */
    private record Late(TrueLoan loan, LocalDate day, Instant from, Instant until) {}

    /** A correction that is still to be sent. */
    private record Correction(int bank, LocalDate day, LocalDate sentOn, String corrects) {}

    private final List<Correction> corrections = new ArrayList<>();

    @Test
    void isTheSameAsWhatReallyHappened() throws IOException {
        Files.createDirectories(home.resolve("rules"));
        Files.writeString(home.resolve("rules/repayment.yaml"), """
                format: 1
                every-bank: {tolerated-permille: 200, daily-file: {expected: every-day, by: "10:00"}, ledger: bank}
                """);
        invent();
        try (Ledgers ledgers = new Ledgers(home)) {
            open(ledgers);
            for (LocalDate day = BEGIN; !day.isAfter(end); day = day.plusDays(1)) {
                tell(ledgers, day);
            }
            assertThat(corrections).isEmpty();
            assertThat(faults.keySet()).as("the faults that were among the files: " + faults).hasSize(6);
            int compared = 0;
            for (LocalDate day = BEGIN.plusDays(20); !day.isAfter(end); day = day.plusDays(day.plusDays(23).isAfter(end) && !day.equals(end) ? 1 : 23)) {
                compared += compare(ledgers, day, Instant.parse("2099-01-01T00:00:00Z"));
            }
            for (Late each : late.stream().limit(12).toList()) {
                compare(ledgers, each.day().plusDays(1), Instant.parse(each.day().plusDays(1) + "T05:00:00Z"));
            }
            assertThat(late).isNotEmpty();
            assertThat(compared).isGreaterThan(LOANS * 2);
            System.out.println(LOANS + " loans, " + DAYS + " days, " + ledgers.count("SELECT count(*) FROM repayment_row") + " rows, faults " + faults + ", "
                    + compared + " standings compared");
        }
    }

    private void invent() {
        for (int i = 0; i < LOANS; i++) {
            TrueLoan loan = new TrueLoan(random, i % 4, "T" + i, BEGIN, end);
            loans.add(loan);
            loan.days().forEach((day, due) -> {
                if (!day.isAfter(end)) {
                    due.forEach(each -> toTell.computeIfAbsent(loan.bank, b -> new TreeMap<>()).computeIfAbsent(day, d -> new ArrayList<>()).add(TrueRow.of(loan, each, day)));
                }
            });
        }
    }

    private void open(Ledgers ledgers) {
        ledgers.clock.set(end.plusDays(1) + "T00:00:00Z");
        loans.forEach(loan -> ledgers.openOlder(TrueBank.NAMES.get(loan.bank), loan.no, loan.amount, loan.months, loan.disbursedOn, loan.openedBalance, loan.openedOn));
    }

    /** One day's files, as a bank would send them early on the next. */
    private void tell(Ledgers ledgers, LocalDate day) {
        for (int bank = 0; bank < 4; bank++) {
            ledgers.clock.set(day.plusDays(1) + "T0" + bank + ":00:00Z");
            List<TrueRow> rows = toTell.getOrDefault(bank, new TreeMap<>()).getOrDefault(day, List.of());
            List<Content.Group> honest = TrueBank.rows(rows);
            String fileNo = "D" + day.toString().replace("-", "");
            switch (rows.size() < 3 ? 9 : random.nextInt(10)) {
                case 0 -> strangersAmongThem(ledgers, bank, day, fileNo, honest);
                case 1 -> allWrong(ledgers, bank, day, fileNo, honest);
                case 2 -> damaged(ledgers, bank, day, fileNo, honest);
                case 3 -> oneWrongCorrectedAtOnce(ledgers, bank, day, fileNo, honest);
                case 4 -> unaware(ledgers, bank, day, fileNo, rows);
                case 5 -> twice(ledgers, bank, day, fileNo, honest);
                default -> take(ledgers, bank, fileNo, null, day, honest, 0);
            }
        }
        sendCorrections(ledgers, day);
    }

    private void strangersAmongThem(Ledgers ledgers, int bank, LocalDate day, String fileNo, List<Content.Group> honest) {
        List<Content.Group> more = new ArrayList<>(honest);
        TrueLoan theirs = loans.stream().filter(loan -> loan.bank != bank).findFirst().orElseThrow();
        int strangers = Math.max(1, honest.size() / 10);
        for (int i = 0; i < strangers; i++) {
            more.add(random.nextInt(more.size()), honest.get(0).with("loanAccountNo", i == 0 ? theirs.no : "NOBODY" + i));
        }
        if (strangers * 1000 > 200 * more.size()) {
            take(ledgers, bank, fileNo, null, day, honest, 0);
            return;
        }
        faults.merge("rows of strangers", strangers, Integer::sum);
        take(ledgers, bank, fileNo, null, day, more, strangers);
    }

    private void allWrong(Ledgers ledgers, int bank, LocalDate day, String fileNo, List<Content.Group> honest) {
        faults.merge("a file that falls", 1, Integer::sum);
        List<Content.Group> wrong = honest.stream().map(row -> row.with("balance", "" + (Long.parseLong(row.text("balance")) + 1))).toList();
        FileResult result = ledgers.take(TrueBank.write(bank, fileNo, null, day, wrong));
        assertThat(result.outcome()).isEqualTo(FileResult.Outcome.REFUSED);
        take(ledgers, bank, fileNo, null, day, honest, 0);
    }

    private void damaged(Ledgers ledgers, int bank, LocalDate day, String fileNo, List<Content.Group> honest) {
        TrueBank.Written file = TrueBank.write(bank, fileNo, null, day, honest);
        try {
            ledgers.take(file.damaged());
            throw new AssertionError("a damaged file was taken: " + fileNo);
        } catch (RuntimeException refused) {
            faults.merge("a damaged file", 1, Integer::sum);
        }
        take(ledgers, bank, fileNo, null, day, honest, 0);
    }

    private void oneWrongCorrectedAtOnce(Ledgers ledgers, int bank, LocalDate day, String fileNo, List<Content.Group> honest) {
        List<Content.Group> wrong = new ArrayList<>(honest);
        int which = random.nextInt(wrong.size());
        String loan = wrong.get(which).text("loanAccountNo");
        wrong.set(which, wrong.get(which).with("balance", "" + (Long.parseLong(wrong.get(which).text("balance")) - 1)));
        long refused = honest.stream().filter(row -> loan.equals(row.text("loanAccountNo"))).count();
        if (refused * 1000 > 200 * honest.size()) {
            take(ledgers, bank, fileNo, null, day, honest, 0);
            return;
        }
        faults.merge("a wrong balance, corrected", 1, Integer::sum);
        take(ledgers, bank, fileNo, null, day, wrong, refused);
        take(ledgers, bank, fileNo + "K", fileNo, day, honest, 0);
    }

    /** Some payments of the day are not told, which no row shows; days later the file is sent again. Only of loans with which nothing happens until then. */
    private void unaware(Ledgers ledgers, int bank, LocalDate day, String fileNo, List<TrueRow> rows) {
        LocalDate sentOn = day.plusDays(1 + random.nextInt(3));
        if (sentOn.isAfter(end)) {
            take(ledgers, bank, fileNo, null, day, TrueBank.rows(rows), 0);
            return;
        }
        Set<String> busy = new HashSet<>();
        for (LocalDate d = day.plusDays(1); !d.isAfter(sentOn); d = d.plusDays(1)) {
            toTell.get(bank).getOrDefault(d, List.of()).forEach(row -> busy.add(row.loan().no));
        }
        List<TrueRow> told = new ArrayList<>();
        Map<String, Long> rowsOf = rows.stream().collect(Collectors.groupingBy(row -> row.loan().no, Collectors.counting()));
        for (TrueRow row : rows) {
            boolean unaware = !busy.contains(row.loan().no) && rowsOf.get(row.loan().no) == 1 && row.due().dueOn().equals(day) && row.result().equals("paid");
            told.add(unaware ? TrueRow.unaware(row.loan(), row.due(), day) : row);
            if (unaware) {
                late.add(new Late(row.loan(), day, now(ledgers), Instant.parse(sentOn.plusDays(1) + "T10:00:00Z")));
            }
        }
        faults.merge("payments told days later", 1, Integer::sum);
        take(ledgers, bank, fileNo, null, day, TrueBank.rows(told), 0);
        corrections.add(new Correction(bank, day, sentOn, fileNo));
    }

    private void twice(Ledgers ledgers, int bank, LocalDate day, String fileNo, List<Content.Group> honest) {
        faults.merge("a file sent twice", 1, Integer::sum);
        take(ledgers, bank, fileNo, null, day, honest, 0);
        assertThat(ledgers.take(TrueBank.write(bank, fileNo, null, day, honest)).outcome()).isEqualTo(FileResult.Outcome.REFUSED);
    }

    private void sendCorrections(Ledgers ledgers, LocalDate day) {
        ledgers.clock.set(day.plusDays(1) + "T10:00:00Z");
        for (Correction due : corrections.stream().filter(c -> c.sentOn().equals(day)).toList()) {
            take(ledgers, due.bank(), due.corrects() + "K", due.corrects(), due.day(), TrueBank.rows(toTell.get(due.bank()).get(due.day())), 0);
            corrections.remove(due);
        }
    }

    private static void take(Ledgers ledgers, int bank, String fileNo, String corrects, LocalDate day, List<Content.Group> rows, long refused) {
        try {
            FileResult result = ledgers.take(TrueBank.write(bank, fileNo, corrects, day, rows));
            assertThat(result.problems()).as(fileNo).isEmpty();
            assertThat(result.refusedRows()).as(() -> fileNo + " " + result.refused()).isEqualTo(refused);
        } catch (Refusal e) {
            throw new AssertionError(fileNo + " of " + TrueBank.NAMES.get(bank), e);
        }
    }

    private static Instant now(Ledgers ledgers) {
        return ledgers.clock.instant();
    }

    private int compare(Ledgers ledgers, LocalDate day, Instant known) {
        Map<String, TrueStanding> ours = new HashMap<>();
        ledgers.jdbc.sql("SELECT a.account_no, l.* FROM repayment_loans(?, ?) l JOIN repayment_account a ON a.id = l.account")
                .params(day, known.atOffset(ZoneOffset.UTC))
                .query((RowCallbackHandler) row -> ours.put(row.getString("account_no"), standing(row)));
        Set<String> unknown = late.stream().filter(l -> known.isAfter(l.from()) && known.isBefore(l.until())).map(l -> l.loan().no + l.day()).collect(Collectors.toSet());
        for (TrueLoan loan : loans) {
            TrueStanding truth = TrueStanding.of(loan, day, payment -> knownOf(loan, payment, known, unknown));
            TrueStanding ledger = ours.get(loan.no);
            if (ledger == null) {
                assertThat(truth.overdue()).as(loan.no + " on " + day + " was never told of").isZero();
            } else {
                assertThat(ledger).as(loan.no + " on " + day + " known at " + known).isEqualTo(truth);
            }
        }
        return ours.size();
    }

    /** A day's payments are told early on the next one. */
    private static boolean knownOf(TrueLoan loan, Payment payment, Instant known, Set<String> unknown) {
        return payment.on().isBefore(LocalDate.ofInstant(known, ZoneOffset.UTC)) && !unknown.contains(loan.no + payment.on());
    }

    private static TrueStanding standing(ResultSet row) throws SQLException {
        return new TrueStanding(
                row.getInt("overdue"), row.getInt("consecutive"), row.getInt("cumulative"), row.getLong("days"), row.getLong("owed_fen"),
                row.getLong("owed_principal_fen"), row.getLong("balance"));
    }

    /** What it is held against must not lean on the product. */
    @Test
    void theRecomputationUsesNoneOfTheProductsClasses() throws IOException {
        for (String name : List.of("TrueLoan", "TrueStanding", "TrueRow")) {
            String source = Files.readString(Path.of("src/test/java/io/jinqiao/repayment/truth/" + name + ".java"));
            assertThat(source.lines().filter(line -> line.startsWith("import io.jinqiao.") && !line.contains(".repayment.truth."))).as(name).isEmpty();
        }
    }
}
