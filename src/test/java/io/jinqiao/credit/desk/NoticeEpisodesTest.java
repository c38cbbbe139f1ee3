package io.jinqiao.credit.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.jinqiao.credit.ChangeReported;
import io.jinqiao.credit.Side;
import io.jinqiao.credit.file.FileName;
import io.jinqiao.credit.notice.Channel;
import io.jinqiao.credit.notice.Duties;
import io.jinqiao.credit.notice.NoticeEvent;
import io.jinqiao.credit.record.Samples;
import io.jinqiao.credit.report.AccountFacts;
import io.jinqiao.credit.report.LoanFacts;
import io.jinqiao.credit.store.AsideStore;
import io.jinqiao.credit.store.ChangeStore;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Refusal;
import io.jinqiao.support.TestDatabase;
import io.jinqiao.workbench.simulate.credit.report.ReportSettings;
import io.jinqiao.workbench.simulate.credit.report.ReportingDesk;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Notices belong to the arrears they tell of: no record leaves on those of others, whatever happened in between. */
class NoticeEpisodesTest {
    private static final YearMonth AUGUST = YearMonth.of(2026, 8);
    private static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    private static final YearMonth DECEMBER = YearMonth.of(2026, 12);
    private static final String ACCOUNT = CreditFixture.account(1).account();
    private static final CreditFacts LATE = CreditFixture.one(1, 1);
    private static final CreditFacts LATER = CreditFixture.one(1, 2);
    private static final CreditFacts PAID = CreditFixture.one(1, 0);

    @TempDir
    private Path folder;

    private HikariDataSource database;
    private CreditFixture credit;
    private ReportingDesk center;

    @BeforeEach
    void start() {
        database = TestDatabase.migrated();
        credit = new CreditFixture(database, folder);
        center = ReportingDesk.inMemory(ReportSettings.plain().compressed(), credit.house.clock());
    }

    @AfterEach
    void stop() {
        database.close();
    }

    private void accepted(List<FileName> files) throws IOException {
        assertThat(credit.deliver(center, files)).isEmpty();
    }

    private void told(YearMonth episode, LocalDate on, String... people) {
        for (String person : people.length == 0 ? new String[] {"borrower", "co-borrower-1"} : people) {
            credit.notices.add(ACCOUNT, episode.atDay(1), person, new NoticeEvent.Dispatched(Channel.SHORT_MESSAGE, "v1", "a1", on), credit.now);
            credit.notices.add(ACCOUNT, episode.atDay(1), person, new NoticeEvent.Arrived(on), credit.now);
        }
    }

    private void at(int year, int month, int day) {
        credit.now = LocalDate.of(year, month, day).atTime(9, 0).toInstant(ZoneOffset.ofHours(8));
    }

    private List<String> waiting(YearMonth month) {
        return credit.house.asides().all().stream().filter(aside -> aside.rule().equals(MonthlyRun.NOTICE) && aside.month().equals(month)).map(AsideStore.Aside::item).toList();
    }

    private void septemberWasToldAndAccepted() throws IOException {
        assertThat(credit.run(SEPTEMBER, LATE).sent()).isZero();
        told(SEPTEMBER, LocalDate.of(2026, 10, 2));
        at(2026, 10, 5);
        MonthlyRun.Result sent = credit.again(SEPTEMBER, LATE);
        assertThat(sent.sent()).isEqualTo(1);
        accepted(sent.files());
    }

    private Corrector corrector(CreditFacts facts) {
        return new Corrector(credit.house, facts, Samples.TYPES);
    }

    private void corrected(YearMonth month, CreditFacts facts) throws IOException {
        accepted(List.of(FileName.parse(corrector(facts).correct(ACCOUNT, month, Samples.REPORTER)).orElseThrow()));
    }

    /** Two people have the Center delete it. @param from null: the whole account */
    private void deleted(LocalDate from) throws IOException {
        ChangeDesk desk = new ChangeDesk(new ChangeStore(credit.sql), credit.house, Samples.TYPES, () -> Optional.of(Samples.REPORTER), account -> false);
        String file = credit.house.transaction().execute(status -> desk.answer(desk.propose(new ChangeReported(ACCOUNT, from, null, null, "误报"), "wang"), true, "li").orElseThrow());
        accepted(List.of(FileName.parse(file).orElseThrow()));
    }

    private void nobodyWasToldOf(YearMonth month, CreditFacts facts) throws IOException {
        assertThat(credit.run(month, facts).sent()).as("nobody was told of " + month).isZero();
        assertThat(waiting(month)).containsExactly("borrower", "co-borrower-1");
    }

    @Test
    @DisplayName("after the whole account was deleted new arrears do not leave on the notices of old ones")
    void deletedWhole() throws IOException {
        septemberWasToldAndAccepted();
        accepted(credit.run(OCTOBER, PAID).files());
        deleted(null);
        nobodyWasToldOf(NOVEMBER, LATE);
    }

    @Test
    @DisplayName("nor after the months of the old ones were deleted")
    void monthsDeleted() throws IOException {
        accepted(credit.run(AUGUST, PAID).files());
        septemberWasToldAndAccepted();
        at(2026, 11, 3);
        deleted(SEPTEMBER.atEndOfMonth());
        nobodyWasToldOf(NOVEMBER, LATE);
    }

    /** The same loan of which nobody agreed to be reported. */
    private static CreditFacts withoutConsent(int late) {
        return (month, sink) -> {
            LoanFacts loan = CreditFixture.loan(CreditFixture.account(1));
            sink.accept(new LoanFacts(loan.account(), loan.borrower(), loan.contracts(), Set.of()), CreditFixture.month(month, late));
        };
    }

    @Test
    @DisplayName("people told of arrears the Center never heard of are told again of later ones")
    void toldButNeverReported() throws IOException {
        credit.run(SEPTEMBER, withoutConsent(1));
        told(SEPTEMBER, LocalDate.of(2026, 10, 2));
        credit.run(OCTOBER, withoutConsent(0));
        credit.run(NOVEMBER, withoutConsent(0));
        nobodyWasToldOf(DECEMBER, LATE);
    }

    @Test
    @DisplayName("arrears paid in a month of which nothing could be told are over all the same")
    void curedInAMonthThatIsNotKnown() throws IOException {
        accepted(credit.run(AUGUST, PAID).files());
        credit.run(SEPTEMBER, LATE);
        told(SEPTEMBER, LocalDate.of(2026, 10, 12));
        credit.run(OCTOBER, (month, sink) -> sink.unknown(ACCOUNT, "ledger"));
        assertThat(credit.run(NOVEMBER, LATE).sent()).isZero();
    }

    @Test
    @DisplayName("an older month that waits does not leave because later arrears were told")
    void anOlderMonth() throws IOException {
        accepted(credit.run(AUGUST, PAID).files());
        assertThat(credit.run(SEPTEMBER, LATE).sent()).isZero();
        accepted(credit.run(OCTOBER, PAID).files());
        assertThat(credit.run(NOVEMBER, LATE).sent()).isZero();
        told(NOVEMBER, LocalDate.of(2026, 12, 2));
        at(2026, 12, 5);
        accepted(credit.again(NOVEMBER, LATE).files());
        assertThat(credit.again(SEPTEMBER, LATE).sent()).as("September's notices are due still").isZero();
    }

    @Test
    @DisplayName("a correction that makes an older month adverse waits though a later month was told as adverse")
    void aCorrectionOfAnOlderMonth() throws IOException {
        accepted(credit.run(AUGUST, PAID).files());
        septemberWasToldAndAccepted();
        assertThatThrownBy(() -> corrector(LATE).correct(ACCOUNT, AUGUST, Samples.REPORTER)).isInstanceOf(Refusal.class).hasMessageContaining(FailureCode.CREDIT_NOTICE_FIRST.code());
    }

    @Test
    @DisplayName("whom a refused correction waits for can be told, and then it leaves")
    void aRefusedCorrectionLeavesItsNoticesDue() throws IOException {
        accepted(credit.run(SEPTEMBER, PAID).files());
        assertThatThrownBy(() -> credit.house.transaction().executeWithoutResult(status -> corrector(LATE).correct(ACCOUNT, SEPTEMBER, Samples.REPORTER))).isInstanceOf(Refusal.class);
        assertThat(credit.sql.queryForList("SELECT person FROM credit_notice ORDER BY person", String.class)).containsExactly("borrower", "co-borrower-1");
        told(SEPTEMBER, LocalDate.of(2026, 10, 6));
        at(2026, 10, 8);
        corrected(SEPTEMBER, LATE);
        assertThat(credit.run(OCTOBER, LATER).sent()).as("the same arrears").isEqualTo(1);
    }

    @Test
    @DisplayName("a correction of the same arrears leaves: whoever was told of September's second missed instalment was told of August's")
    void aCorrectionWithinTheArrears() throws IOException {
        accepted(credit.run(AUGUST, PAID).files());
        septemberWasToldAndAccepted();
        at(2026, 10, 9);
        corrected(SEPTEMBER, LATER);
    }

    @Test
    @DisplayName("paid and late again between two month ends is told anew")
    void lateAgainBetweenTwoMonthEnds() throws IOException {
        septemberWasToldAndAccepted();
        nobodyWasToldOf(OCTOBER, LATE);
        told(OCTOBER, LocalDate.of(2026, 11, 2));
        at(2026, 11, 5);
        accepted(credit.again(OCTOBER, LATE).files());
        assertThat(credit.run(NOVEMBER, LATER).sent()).as("October's instalment is still the oldest").isEqualTo(1);
    }

    @Test
    @DisplayName("arrears whose oldest instalment was paid after the next fell due go on, and nobody is told again")
    void theOldestWasPaid() throws IOException {
        septemberWasToldAndAccepted();
        accepted(credit.run(OCTOBER, LATER).files());
        MonthlyRun.Result november = credit.run(NOVEMBER, LATER); // September's was paid in November: October's is the oldest now
        assertThat(november.sent()).isEqualTo(1);
        accepted(november.files());
        assertThat(credit.run(DECEMBER, LATER).sent()).isEqualTo(1);
    }

    @Test
    @DisplayName("a month corrected to normal tells of no arrears")
    void correctedToNormal() throws IOException {
        septemberWasToldAndAccepted();
        at(2026, 10, 9);
        corrected(SEPTEMBER, PAID);
        assertThat(credit.run(OCTOBER, LATER).sent()).as("September's notices tell of September's instalment").isEqualTo(1);
        assertThat(credit.sql.queryForList("SELECT DISTINCT episode FROM credit_notice", LocalDate.class)).containsExactly(SEPTEMBER.atDay(1));
    }

    @Test
    @DisplayName("a month corrected to normal does not vouch for the next month's arrears")
    void correctedToNormalThenLate() throws IOException {
        septemberWasToldAndAccepted();
        at(2026, 10, 9);
        corrected(SEPTEMBER, PAID);
        nobodyWasToldOf(OCTOBER, LATE);
    }

    /** @param late instalments @param type of the third person: 1 co-borrower, 2 guarantor */
    private static CreditFacts withAnother(int late, String type) {
        return (month, sink) -> {
            LoanFacts loan = CreditFixture.loan(CreditFixture.account(1));
            AccountFacts a = loan.account();
            List<AccountFacts.Responsible> others = new ArrayList<>(a.others());
            others.add(new AccountFacts.Responsible(new AccountFacts.Person("测试丙", "10", "999999199208154578"), type, null, null));
            AccountFacts more = new AccountFacts(
                    a.account(), a.borrower(), a.office(), a.opened(), a.due(), a.amount(), a.repayMode(), a.instalments(), a.guarantee(), a.funds(), a.form(), a.district(), others, a.contracts());
            sink.accept(new LoanFacts(more, loan.borrower(), loan.contracts(), Set.copyOf(more.parts())), CreditFixture.month(month, late));
        };
    }

    @Test
    @DisplayName("who becomes responsible during the arrears is told before the next record, the others not again")
    void aPersonWhoJoins() throws IOException {
        septemberWasToldAndAccepted();
        assertThat(credit.run(OCTOBER, withAnother(2, "1")).sent()).isZero();
        assertThat(waiting(OCTOBER)).containsExactly("co-borrower-2");
        told(SEPTEMBER, LocalDate.of(2026, 11, 2), "co-borrower-2");
        at(2026, 11, 5);
        accepted(credit.again(OCTOBER, withAnother(2, "1")).files());
        assertThat(credit.run(NOVEMBER, withAnother(2, "1")).sent()).as("everybody was told, whichever instalment is the oldest").isEqualTo(1);
    }

    @Test
    @DisplayName("other terms of notices change nothing of what was done under the old ones, and no run stops for them")
    void otherTerms() throws IOException {
        credit.run(OCTOBER, LATE);
        credit.notices.add(ACCOUNT, OCTOBER.atDay(1), "borrower", new NoticeEvent.Dispatched(Channel.SHORT_MESSAGE, "v1", "a1", LocalDate.of(2026, 11, 2)), credit.now);
        credit.notices.add(ACCOUNT, OCTOBER.atDay(1), "borrower", new NoticeEvent.CameBack(LocalDate.of(2026, 11, 3)), credit.now);
        credit.notices.add(ACCOUNT, OCTOBER.atDay(1), "borrower", new NoticeEvent.Dispatched(Channel.LETTER, "v1", "a1", LocalDate.of(2026, 11, 3)), credit.now);
        credit.notices.add(ACCOUNT, OCTOBER.atDay(1), "borrower", new NoticeEvent.CameBack(LocalDate.of(2026, 11, 4)), credit.now);
        credit.notices.add(ACCOUNT, OCTOBER.atDay(1), "borrower", new NoticeEvent.Release("wang", "li", LocalDate.of(2026, 11, 14)), credit.now);
        for (List<Channel> channels : List.of(List.of(Channel.LETTER, Channel.SHORT_MESSAGE), List.of(Channel.LETTER), List.of(Channel.LETTER, Channel.PHONE, Channel.IN_PERSON))) {
            credit.duties = new Duties(Side.CENTRE, Side.CENTRE, Side.CENTRE, null, new Duties.NoticeTerms(channels, Duties.Suffices.DELIVERY, 30, false));
            at(2026, 11, 20);
            assertThat(credit.again(OCTOBER, LATE).sent()).isZero();
            assertThat(waiting(OCTOBER)).containsExactly("co-borrower-1");
        }
    }
}
