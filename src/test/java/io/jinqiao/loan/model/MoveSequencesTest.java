package io.jinqiao.loan.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.loan.Officer;
import io.jinqiao.loan.ReviewLoan.Stage;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Refusal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** Whatever comes in whatever order, by whomever: what must never be true is never true. */
class MoveSequencesTest {

    private static final List<Officer> OFFICERS = List.of(Loans.REVIEWER, Loans.APPROVER, Loans.CASHIER);

    /** Every move by everybody, made for the loan as it is. */
    private static List<Move> all(Loan loan) {
        List<Move> all = new ArrayList<>(Loans.moves(loan).values());
        for (Officer officer : OFFICERS) {
            for (Stage stage : Stage.values()) {
                all.add(new Review(stage, true, officer));
            }
            all.add(new Approve(Loans.approval(loan.opinions() + 1), "N", officer));
            all.add(new ProposeMoney(officer));
            all.add(new ConfirmMoney(officer));
        }
        for (SecurityTrack to : SecurityTrack.values()) {
            all.add(new ChangeSecurity(to, "x"));
        }
        for (MoneyTrack to : MoneyTrack.values()) {
            all.add(new ChangeMoney(to, "x"));
        }
        all.removeIf(move -> move instanceof Withdraw || move instanceof Expire || move instanceof Reject);
        all.add(new Withdraw("OP"));
        return all;
    }

    /** The first possible one of eight drawn by this turn, so that loans get far; every fourth turn takes what it draws. */
    private static Move pick(Loan loan, int turn) {
        List<Move> all = all(loan);
        Random random = new Random(turn);
        Move drawn = all.get(random.nextInt(all.size()));
        for (int i = 0; i < 8 && turn % 4 != 0 && (step(loan, drawn) == null || drawn instanceof Withdraw); i++) {
            drawn = all.get(random.nextInt(all.size()));
        }
        return drawn;
    }

    @Provide
    Arbitrary<List<Integer>> turns() {
        return Arbitraries.integers().between(0, 1_000_000).list().ofMinSize(30).ofMaxSize(80);
    }

    @Property(tries = 150)
    void keepsItsPromisesFromTheApplicationOn(@ForAll("turns") List<Integer> turns) {
        Loan loan = Loan.accepted("no", new PartnerId("bank-a"), Loans.APPLICATION, Loans.EXISTING, Loans.ALL_HERE);
        Loan end = walk(loan, turns);
        Statistics.label("decided").collect(end.opinions() > 0).coverage(seen -> seen.check(true).count(count -> count > 0));
    }

    @Property(tries = 150)
    void keepsItsPromisesFromTheContractOn(@ForAll("turns") List<Integer> turns) {
        Loan end = walk(Loans.readyToPay(), turns);
        Statistics.label("paid").collect(end.money() != MoneyTrack.NONE).coverage(seen -> seen.check(true).count(count -> count > 0));
    }

    private static Loan walk(Loan from, List<Integer> turns) {
        Loan loan = from;
        long approvals = 0;
        long sent = 0;
        for (int turn : turns) {
            Step step = step(loan, pick(loan, turn));
            if (step != null) {
                check(loan, step);
                approvals += count(step, LoanEvent.Type.MONEY_APPROVED);
                sent += loan.money() != MoneyTrack.SENT && step.loan().money() == MoneyTrack.SENT ? 1 : 0;
                assertThat(sent).as("two people for every payment").isLessThanOrEqualTo(approvals);
                loan = step.loan();
            }
        }
        return loan;
    }

    private static @Nullable Step step(Loan loan, Move move) {
        try {
            return move.on(loan);
        } catch (Refusal refused) {
            return null;
        }
    }

    private static long count(Step step, LoanEvent.Type type) {
        return step.events().stream().filter(event -> event.type() == type).count();
    }

    private static void check(Loan before, Step step) {
        Loan after = step.loan();
        assertThat(step.events()).isNotEmpty();
        assertThat(before.decision().ended() && after.decision() != before.decision())
                .as("an ended decision stays")
                .isFalse();
        if (before.pause() != null && after.decision() != before.decision()) {
            assertThat(after.decision()).as("while paused only the borrower moves it").isEqualTo(DecisionTrack.WITHDRAWN);
        }
        if (before.decision() != DecisionTrack.APPROVED && after.decision() == DecisionTrack.APPROVED) {
            assertThat(List.of(after.reviews().initial(), after.reviews().second()))
                    .as("who approved has not reviewed")
                    .doesNotContain(step.events().get(0).by().name());
        }
        if (before.money() != after.money() && List.of(MoneyTrack.APPROVED, MoneyTrack.SENT).contains(after.money())) {
            assertThat(after.decision()).isEqualTo(DecisionTrack.APPROVED);
            assertThat(after.contract()).isEqualTo(ContractTrack.IN_FORCE);
            assertThat(after.scheme().missing(after.pieces())).as("security complete").isEmpty();
        }
        if (after.money().out()) {
            assertThat(after.decision()).as("nothing is taken back with the money out").isEqualTo(before.decision());
        }
        assertThat(after.opinions())
                .as("a number for every opinion")
                .isGreaterThanOrEqualTo(List.of(before, after).stream().map(Loan::opinions).min(Comparator.naturalOrder()).get());
        assertThat(LoanWords.of(after)).isNotNull();
    }
}
