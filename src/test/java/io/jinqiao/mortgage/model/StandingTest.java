package io.jinqiao.mortgage.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.adapter.samples.SampleRegistry;
import io.jinqiao.message.CertificateNumber;
import io.jinqiao.message.Consequence.Secured;
import io.jinqiao.message.Digest;
import io.jinqiao.message.LicenceIdentifier;
import io.jinqiao.message.Money;
import io.jinqiao.message.MortgageApplication;
import io.jinqiao.message.RegisterEntry;
import io.jinqiao.message.RegisterEntry.Holder;
import io.jinqiao.message.RegisterEntry.Proof;
import io.jinqiao.message.RegisterEntry.Right;
import io.jinqiao.message.RegisterEntry.RightState;
import io.jinqiao.message.RegistrationApplication;
import io.jinqiao.message.RegistrationState;
import io.jinqiao.message.UnitNumber;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was told of a case, in whatever order and however often, leaves it in the same state. */
class StandingTest {
    private static final Instant START = Instant.parse("2026-12-01T01:00:00Z");
    private static final Money CLAIM = new Money(60_000_000L);
    private static final CertificateNumber PROOF = SampleRegistry.PROOF;
    private static final CertificateNumber OTHER_PROOF = CertificateNumber.proof("虚(2026)虚构市不动产证明第0000099号");
    private static final Filed.Mortgagor MORTGAGOR = new Filed.Mortgagor("云𬱖", "11010519491231002X");
    private static final RegistrationApplication.Mortgagee OURS = SampleRegistry.mortgage().mortgagee();
    private static final Filed FILED = new Filed(MortgageApplication.Kind.MORTGAGE, Set.of(SampleRegistry.HOME), CLAIM, Set.of(MORTGAGOR), OURS);

    @Property(tries = 2000)
    void endsInTheSameStateWhateverTheOrder(@ForAll("things") List<Told> told, @ForAll Random random) {
        List<Told> shuffled = new ArrayList<>(told);
        Collections.shuffle(shuffled, random);
        assertThat(all(shuffled)).isEqualTo(all(told));
    }

    @Property(tries = 1000)
    void aThingToldAgainChangesNothing(@ForAll("things") List<Told> told, @ForAll Random random) {
        List<Told> more = new ArrayList<>(told);
        for (Told again : told) {
            if (random.nextBoolean()) {
                more.add(random.nextInt(more.size() + 1), again);
            }
        }
        assertThat(all(more)).isEqualTo(all(told));
    }

    /** However a day's four notices arrive, one lost and found by the poll included. */
    @Test
    void everyOrderOfAWholeCaseEndsCertified() {
        List<Told> whole = List.of(state(RegistrationState.SUBMITTED, 0), state(RegistrationState.ACCEPTED, 60), entered(120), certificate(PROOF));
        permutations(whole).forEach(order -> {
            Standing standing = all(order);
            assertThat(standing.registered()).as(order.toString()).isTrue();
            assertThat(standing.certified()).isTrue();
            assertThat(standing.settled(true)).isTrue();
            assertThat(standing.doubts()).isEmpty();
        });
    }

    @Test
    void aLateWordOfAnEarlierStateMovesNothingBack() {
        Standing registered = all(List.of(entered(120)));
        assertThat(registered.after(FILED, state(RegistrationState.ACCEPTED, 60))).isEqualTo(registered.after(FILED, state(RegistrationState.ACCEPTED, 60)));
        assertThat(registered.after(FILED, state(RegistrationState.ACCEPTED, 60)).registered()).isTrue();
    }

    @Test
    void aCaseThatWasDeletedAfterItsEntrySecuresNothing() {
        Standing deleted = all(List.of(state(RegistrationState.DELETED, 180), certificate(PROOF), entered(120)));
        assertThat(deleted.registered()).isFalse();
        assertThat(deleted.settled(true)).isTrue();
        assertThat(deleted.mark().state()).isEqualTo(RegistrationState.DELETED);
    }

    @Test
    void whatWasTakenOffStaysOffWhateverMomentTheEntryClaims() {
        permutations(List.of(entered(1_000_000_000L), state(RegistrationState.DELETED, 180))).forEach(order -> assertThat(all(order).registered()).isFalse());
    }

    @Test
    void anEntryOfTheDayIsNotLostBehindTheReceiptOfItsMorning() {
        permutations(List.of(state(RegistrationState.SUBMITTED, 540), state(RegistrationState.ACCEPTED, 600), entered(0))).forEach(order -> assertThat(all(order).registered()).isTrue());
    }

    @Test
    void aCancellationIsDoneByNothingThatWasEntered() {
        Filed cancelled = new Filed(MortgageApplication.Kind.CANCELLATION, Set.of(SampleRegistry.HOME), null, Set.of(MORTGAGOR), OURS);
        Standing other = Standing.NOTHING_TOLD.after(cancelled, entered(120));
        assertThat(other.registered()).isFalse();
        assertThat(other.doubts()).containsExactly(Doubt.OTHER_RIGHT);
        Told done = new Told.Entry("R1", new RegisterEntry(START, null, List.of()));
        assertThat(Standing.NOTHING_TOLD.after(cancelled, done).registered()).isTrue();
    }

    @Test
    void registeredWithoutTheEntryIsNotEnoughAndStaysAskedAbout() {
        Standing told = all(List.of(state(RegistrationState.REGISTERED, 120)));
        assertThat(told.registered()).isFalse();
        assertThat(told.settled(true)).isFalse();
    }

    @Test
    void whatCannotBeThisCasesEntryMovesNothingAndIsDoubted() {
        assertThat(doubts(entry(120, CLAIM, SampleRegistry.GARAGE, "云𬱖", Right.MORTGAGE))).containsExactly(Doubt.OTHER_UNIT);
        assertThat(doubts(entry(120, CLAIM, SampleRegistry.HOME, "别人", Right.MORTGAGE))).containsExactly(Doubt.OTHER_OBLIGOR);
        assertThat(doubts(entry(120, new Money(61_000_000L), SampleRegistry.HOME, "云𬱖", Right.MORTGAGE))).containsExactly(Doubt.OTHER_AMOUNT);
        assertThat(doubts(entry(120, new Money(6_000L), SampleRegistry.HOME, "云𬱖", Right.MORTGAGE))).containsExactly(Doubt.AMOUNT_IN_ANOTHER_UNIT);
        assertThat(doubts(entry(120, new Money(600_000_000_000L), SampleRegistry.HOME, "云𬱖", Right.MORTGAGE))).containsExactly(Doubt.AMOUNT_IN_ANOTHER_UNIT);
        assertThat(doubts(entry(120, CLAIM, SampleRegistry.HOME, "云𬱖", Right.MORTGAGE_PRE_NOTICE))).containsExactly(Doubt.OTHER_RIGHT);
        assertThat(doubts(entry(120, CLAIM, SampleRegistry.HOME, "沐䶮、云𬱖", Right.MORTGAGE))).isEmpty();
    }

    /** A mortgage of one yuan would look the same. */
    @Test
    void anEntryThatTellsNoAmountSecuresNothingUntilAPersonHasLooked() {
        Told without = new Told.Entry("R1", entry(120, null, SampleRegistry.HOME, "云𬱖", Right.MORTGAGE));
        Standing standing = all(List.of(without));
        assertThat(standing.doubts()).containsExactly(Doubt.AMOUNT_NOT_TOLD);
        assertThat(secured(standing)).isEqualTo(Secured.State.NONE);
        assertThat(secured(standing.lookedAt(FILED, true))).isEqualTo(Secured.State.REGISTERED);
        assertThat(secured(standing.after(FILED, entered(240)))).as("told with it later").isEqualTo(Secured.State.REGISTERED);
        permutations(List.of(without, entered(60))).forEach(order -> assertThat(secured(all(order))).as("the latest counts").isEqualTo(Secured.State.NONE));
        Filed cancelled = new Filed(MortgageApplication.Kind.CANCELLATION, Set.of(SampleRegistry.HOME), null, Set.of(MORTGAGOR), OURS);
        assertThat(all(cancelled, List.of(new Told.Entry("R1", new RegisterEntry(START, null, List.of())))).doubts()).isEmpty();
    }

    @Test
    void aNamesakeIsSomebodyElseWhereTheFormTellsNumbers() {
        assertThat(doubts(numbered("沐䶮、云𬱖", "11010519491231002X"))).isEmpty();
        assertThat(doubts(numbered("云𬱖", "110105194912310038、11010519491231002x"))).isEmpty();
        assertThat(doubts(numbered("云𬱖", "110105194912310038"))).containsExactly(Doubt.OTHER_OBLIGOR);
    }

    @Test
    void everyMortgagorMustBeInTheEntry() {
        Filed.Mortgagor other = new Filed.Mortgagor("沐䶮", "11010519491231003X");
        Filed two = new Filed(MortgageApplication.Kind.MORTGAGE, Set.of(SampleRegistry.HOME), CLAIM, Set.of(MORTGAGOR, other), OURS);
        RegisterEntry one = entry(120, CLAIM, SampleRegistry.HOME, "云𬱖", Right.MORTGAGE);
        assertThat(Standing.NOTHING_TOLD.after(two, new Told.Entry("R1", one)).doubts()).containsExactly(Doubt.OTHER_OBLIGOR);
        RegisterEntry both = entry(120, CLAIM, SampleRegistry.HOME, "沐䶮、云𬱖", Right.MORTGAGE);
        assertThat(Standing.NOTHING_TOLD.after(two, new Told.Entry("R1", both)).registered()).isTrue();
    }

    @Test
    void aRightThatIsNotACurrentOneSecuresNothing() {
        for (RightState state : RightState.values()) {
            Set<Doubt> doubts = doubts(new RegisterEntry(START, CLAIM, List.of(new Proof(Right.MORTGAGE, SampleRegistry.HOME, PROOF, "云𬱖", null, state))));
            assertThat(doubts).isEqualTo(state == RightState.CURRENT ? Set.of() : Set.of(Doubt.RIGHT_NOT_CURRENT));
        }
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
        "虚构市住房公积金管理中心, 12371300MB2F7Q3140, true",
        "虚构市住房 公积金管理中心, -, true",
        "虚构市住房公积金管理中心, MB2F7Q31-4, true",
        "虚构市住房公积金管理中心, 91350100M000100Y43, false",
        "别的银行, 12371300MB2F7Q3140, false",
        "别的银行, -, false"
    })
    void aRightSomebodyElseHoldsSecuresNothing(String name, String number, boolean ours) {
        Holder holder = new Holder(name, number, PROOF.value());
        Set<Doubt> expected = ours ? Set.of() : Set.of(Doubt.OTHER_MORTGAGEE);
        assertThat(doubts(held(holder))).isEqualTo(expected);
        assertThat(doubts(held(new Holder(name, number, null)))).as("where the form does not say of which right").isEqualTo(expected);
        assertThat(doubts(held(holder, SampleRegistry.holder(PROOF)))).as("held with somebody else").isEqualTo(expected);
    }

    @Test
    void aHolderOfAnotherProofIsNoneOfThisOne() {
        assertThat(doubts(held(SampleRegistry.holder(OTHER_PROOF)))).containsExactly(Doubt.OTHER_MORTGAGEE);
        assertThat(doubts(held(new Holder(OURS.name(), OURS.code().value(), OTHER_PROOF.value() + "," + PROOF.value())))).isEmpty();
        assertThat(doubts(held())).as("a form that does not tell").isEmpty();
    }

    /** Beside a pre-notice of the purchase a form may not say who holds which: its buyers and we, and nobody else. */
    @ParameterizedTest
    @CsvSource({
        "云𬱖 虚构市住房公积金管理中心, true", "虚构市住房公积金管理中心, true", "云𬱖, false",
        "云𬱖 虚构市住房公积金管理中心 别的银行, false", "某人甲 虚构市住房公积金管理中心, false"
    })
    void ofADoublePreNoticeNobodyElseHoldsAnything(String names, boolean ours) {
        Filed preSold = new Filed(MortgageApplication.Kind.DOUBLE_PRE_NOTICE, Set.of(SampleRegistry.HOME), CLAIM, Set.of(MORTGAGOR), OURS);
        List<Proof> proofs = List.of(
                new Proof(Right.PURCHASE_PRE_NOTICE, SampleRegistry.HOME, OTHER_PROOF, "虚构开发有限公司"), new Proof(Right.MORTGAGE_PRE_NOTICE, SampleRegistry.HOME, PROOF, "云𬱖"));
        List<Holder> open = java.util.Arrays.stream(names.split(" ")).map(name -> new Holder(name, null, null)).toList();
        Standing standing = all(preSold, List.of(new Told.Entry("R1", new RegisterEntry(START, CLAIM, proofs, open))));
        assertThat(standing.doubts()).isEqualTo(ours ? Set.of() : Set.of(Doubt.OTHER_MORTGAGEE));
        Holder said = SampleRegistry.holder(PROOF);
        Holder besides = new Holder("别的银行", null, null);
        assertThat(all(preSold, List.of(new Told.Entry("R1", new RegisterEntry(START, CLAIM, proofs, List.of(said, besides))))).doubts()).as("beside the one it is said of").containsExactly(Doubt.OTHER_MORTGAGEE);
    }

    private static RegisterEntry held(Holder... holders) {
        return new RegisterEntry(START, CLAIM, List.of(new Proof(Right.MORTGAGE, SampleRegistry.HOME, PROOF, "云𬱖")), List.of(holders));
    }

    @Test
    void theTwoPreNoticesOfOneHomeMayBeToldApart() {
        Filed preSold = new Filed(MortgageApplication.Kind.DOUBLE_PRE_NOTICE, Set.of(SampleRegistry.HOME), CLAIM, Set.of(MORTGAGOR), OURS);
        Proof bought = new Proof(Right.PURCHASE_PRE_NOTICE, SampleRegistry.HOME, OTHER_PROOF, "虚构开发有限公司");
        Proof mortgaged = new Proof(Right.MORTGAGE_PRE_NOTICE, SampleRegistry.HOME, PROOF, "云𬱖");
        List<Told> apart = List.of(
                new Told.Entry("R1", new RegisterEntry(START, null, List.of(bought), List.of(new Holder("云𬱖", null, OTHER_PROOF.value())))),
                new Told.Entry("R1", new RegisterEntry(START.plusSeconds(60), CLAIM, List.of(mortgaged), List.of(SampleRegistry.holder(PROOF)))),
                state(RegistrationState.ACCEPTED, 5));
        permutations(apart).forEach(order -> {
            Standing standing = all(preSold, order);
            assertThat(standing.registered()).isTrue();
            assertThat(standing.doubts()).isEmpty();
            assertThat(standing.entry().proofs()).containsExactlyInAnyOrder(bought, mortgaged);
            assertThat(standing.entry().enteredAt()).isEqualTo(START.plusSeconds(60));
            assertThat(standing.entry().amount()).isEqualTo(CLAIM);
        });
        for (Told half : apart.subList(0, 2)) {
            Standing standing = all(preSold, List.of(half));
            assertThat(standing.registered()).isFalse();
            assertThat(standing.doubts()).isEmpty();
            assertThat(standing.settled(true)).as("the other one is still due").isFalse();
        }
    }

    @Test
    void theNumberOfTheStepTheCaseIsAtIsTheOneItIsAskedAboutBy() {
        Told received = new Told.State("Z9", RegistrationState.SUBMITTED, START, null, null);
        Told accepted = new Told.State("A1", RegistrationState.ACCEPTED, START.plusSeconds(60), null, null);
        Told supplement = new Told.State("Z9", RegistrationState.SUPPLEMENT, START.plusSeconds(120), "x", null);
        permutations(List.of(received, accepted, supplement)).forEach(order -> assertThat(all(order).registryNo()).isEqualTo("Z9"));
        permutations(List.of(received, accepted)).forEach(order -> assertThat(all(order).registryNo()).isEqualTo("A1"));
        assertThat(Standing.NOTHING_TOLD.registryNo()).isNull();
    }

    @Test
    void anEntryThatComesAfterADeletionIsDoubted() {
        permutations(List.of(entered(120), state(RegistrationState.DELETED, 180), entered(240)))
                .forEach(order -> assertThat(all(order).doubts()).containsExactly(Doubt.ENTERED_AFTER_ITS_DELETION));
        permutations(List.of(entered(120), state(RegistrationState.DELETED, 180))).forEach(order -> assertThat(all(order).doubts()).isEmpty());
        Told thatDay = new Told.State("R1", RegistrationState.DELETED, Instant.parse("2026-11-30T16:00:00Z"), null, null);
        assertThat(all(List.of(entered(120), thatDay)).doubts()).as("a day without a time").isEmpty();
    }

    private static RegisterEntry numbered(String obligors, String numbers) {
        return new RegisterEntry(START, CLAIM, List.of(new Proof(Right.MORTGAGE, SampleRegistry.HOME, PROOF, obligors, numbers, null)));
    }

    @Test
    void aPreNoticeIsNoMortgage() {
        Filed preSold = new Filed(MortgageApplication.Kind.DOUBLE_PRE_NOTICE, Set.of(SampleRegistry.HOME), CLAIM, Set.of(MORTGAGOR), OURS);
        RegisterEntry mortgage = ((Told.Entry) entered(120)).entry();
        assertThat(Standing.NOTHING_TOLD.after(preSold, new Told.Entry("R1", mortgage)).registered()).isFalse();
    }

    @Test
    void aCertificateOfAnotherProofAndASecondRegistryNumberAreDoubted() {
        assertThat(all(List.of(certificate(OTHER_PROOF), entered(120))).doubts()).containsExactly(Doubt.CERTIFICATE_OF_ANOTHER_PROOF);
        assertThat(all(List.of(certificate(OTHER_PROOF))).doubts()).isEmpty();
        Standing twice = all(List.of(entered(120))).after(FILED, new Told.State("R2", RegistrationState.ACCEPTED, START, null, null));
        assertThat(twice.doubts()).containsExactly(Doubt.TWO_REGISTRY_NUMBERS);
    }

    @Test
    void aCertificateThatDoesNotHoldMovesNothingWhateverComesBeforeIt() {
        Told broken = certificate(PROOF, 4, "forged", Set.of(), Set.of(Doubt.CERTIFICATE_SEAL_BROKEN));
        permutations(List.of(entered(120), broken)).forEach(order -> {
            Standing standing = all(order);
            assertThat(standing.registered()).isTrue();
            assertThat(standing.certified()).isFalse();
            assertThat(standing.settled(true)).as("a good one is still due").isFalse();
            assertThat(standing.doubts()).containsExactly(Doubt.CERTIFICATE_SEAL_BROKEN);
        });
        Standing after = all(List.of(entered(120), certificate(PROOF), broken));
        assertThat(after.certified()).as("a forged one takes nothing from a good one").isTrue();
    }

    @Test
    void aCertificateOfAnotherUnitThanItsProofWasEnteredForProvesNothing() {
        Told garage = certificate(PROOF, 3, "a certificate", Set.of(SampleRegistry.GARAGE), Set.of());
        Standing standing = all(List.of(garage, entered(120)));
        assertThat(standing.certified()).isFalse();
        assertThat(standing.doubts()).containsExactly(Doubt.CERTIFICATE_OF_ANOTHER_UNIT);
    }

    @Test
    void aMomentToComeHidesNothingThatIsToldAfterIt() {
        Instant latest = START.plusSeconds(3600);
        Told accepted = state(RegistrationState.ACCEPTED, 40_000_000L).heard(latest);
        permutations(List.of(accepted, state(RegistrationState.SUBMITTED, 0), state(RegistrationState.REJECTED, 60).heard(latest))).forEach(order -> {
            assertThat(all(order).mark().state()).isEqualTo(RegistrationState.REJECTED);
            assertThat(all(order).doubts()).containsExactly(Doubt.TIME_TO_COME);
        });
        assertThat(all(List.of(entered(40_000_000L).heard(latest))).registered()).isFalse();
        assertThat(all(List.of(entered(60).heard(latest))).registered()).isTrue();
        assertThat(all(List.of(entered(60), certificate(PROOF, 30, "a certificate").heard(latest))).certified()).isFalse();
    }

    @Test
    void aWrongClockKeepsNoDeletionFromUs() {
        Told deleted = state(RegistrationState.DELETED, 40_000_000L).heard(START);
        permutations(List.of(entered(120), deleted)).forEach(order -> assertThat(all(order).mark().state()).isEqualTo(RegistrationState.DELETED));
    }

    @Test
    void whereTheFormHasNoCertificateTheEntryIsTheEnd() {
        Standing entered = all(List.of(entered(120)));
        assertThat(entered.settled(false)).isTrue();
        assertThat(entered.settled(true)).isFalse();
        assertThat(all(List.of(state(RegistrationState.REGISTERED, 120))).settled(false)).as("nobody knows what was entered").isFalse();
    }

    @Test
    void whatAPersonLookedAtIsNoMoreInDoubtUntilSomethingNewIsTold() {
        Told broken = certificate(PROOF, 4, "forged", Set.of(), Set.of(Doubt.CERTIFICATE_SEAL_BROKEN));
        Standing looked = all(List.of(entered(120), certificate(OTHER_PROOF), broken)).lookedAt(FILED, true);
        assertThat(looked.doubts()).isEmpty();
        assertThat(looked.certified()).as("looking takes nothing").isFalse();
        assertThat(looked.after(FILED, state(RegistrationState.ACCEPTED, 10)).doubts()).isEmpty();
        assertThat(looked.after(FILED, broken).doubts()).containsExactly(Doubt.CERTIFICATE_SEAL_BROKEN);
        assertThat(looked.after(FILED, certificate(PROOF)).doubts()).as("the whole is another one").containsExactly(Doubt.CERTIFICATE_OF_ANOTHER_PROOF);
    }

    /** The register has the centre under a branch office's name. */
    @Test
    void whatAPersonFindsToStandIsTakenWithItsNumberItsAmountAndItsCertificate() {
        RegisterEntry branch = new RegisterEntry(START.plusSeconds(7200), CLAIM, List.of(new Proof(Right.MORTGAGE, SampleRegistry.HOME, PROOF, "云𬱖")), List.of(new RegisterEntry.Holder("虚构市住房公积金管理中心东城管理部", null, null)));
        Told certificate = certificate(PROOF, 4, "of the branch office", Set.of(SampleRegistry.HOME), Set.of(Doubt.CERTIFICATE_OF_ANOTHER_HOLDER));
        permutations(List.of(new Told.Entry("R1", branch), certificate, state(RegistrationState.REGISTERED, 120))).forEach(order -> {
            Standing looked = all(order).lookedAt(FILED, true);
            assertThat(looked.entry()).isEqualTo(branch);
            assertThat(looked.certified()).isTrue();
            assertThat(looked.doubts()).isEmpty();
            assertThat(secured(looked)).isEqualTo(Secured.State.REGISTERED);
            assertThat(secured(all(order).lookedAt(FILED, false))).as("looked, and said nothing of it").isEqualTo(Secured.State.SUBMITTED);
        });
        Told broken = certificate(PROOF, 4, "forged", Set.of(), Set.of(Doubt.CERTIFICATE_SEAL_BROKEN));
        assertThat(all(List.of(entered(120), broken)).lookedAt(FILED, true).certified()).as("a broken seal proves nothing, whoever looks").isFalse();
        assertThat(all(List.of(entered(120), new Told.Entry("R1", branch))).lookedAt(FILED, true).entry()).as("what was taken stays").isEqualTo(((Told.Entry) entered(120)).entry());
    }

    /** QDJG beside the claim. */
    @Test
    void anAmountTheMortgagePreNoticeTellsItselfIsComparedToo() {
        Filed preSold = new Filed(MortgageApplication.Kind.DOUBLE_PRE_NOTICE, Set.of(SampleRegistry.HOME), CLAIM, Set.of(MORTGAGOR), OURS);
        for (Money told : List.of(CLAIM, new Money(5))) {
            List<Proof> proofs = List.of(
                    new Proof(Right.PURCHASE_PRE_NOTICE, SampleRegistry.HOME, OTHER_PROOF, "虚构置业", null, null, new Money(90_000_000L)),
                    new Proof(Right.MORTGAGE_PRE_NOTICE, SampleRegistry.HOME, PROOF, "云𬱖", null, null, told));
            for (Money whole : java.util.Arrays.asList(null, CLAIM)) {
                Standing standing = all(preSold, List.of(new Told.Entry("R1", new RegisterEntry(START.plusSeconds(60), whole, proofs))));
                assertThat(standing.doubts()).isEqualTo(told.equals(CLAIM) ? Set.of() : Set.of(Doubt.OTHER_AMOUNT));
                assertThat(standing.registered()).isEqualTo(told.equals(CLAIM));
            }
        }
    }

    /** Its amount, unit, right or whether it is a current one: the registry corrects it, or it is applied for anew. */
    @Test
    void whatIsNotWhatWasAppliedForIsTakenOnNobodysWord() {
        RegisterEntry tiny = entry(60, new Money(100), SampleRegistry.HOME, "云𬱖", Right.MORTGAGE);
        List<RegisterEntry> wrong = List.of(
                tiny,
                entry(60, new Money(6_000L), SampleRegistry.HOME, "云𬱖", Right.MORTGAGE),
                entry(60, CLAIM, SampleRegistry.GARAGE, "云𬱖", Right.MORTGAGE),
                entry(60, CLAIM, SampleRegistry.HOME, "云𬱖", Right.MORTGAGE_PRE_NOTICE),
                new RegisterEntry(START, CLAIM, List.of(new Proof(Right.MORTGAGE, SampleRegistry.HOME, PROOF, "云𬱖", null, RightState.HISTORIC))),
                new RegisterEntry(START, new Money(100), tiny.proofs(), List.of(new Holder("别的银行", null, null))));
        for (RegisterEntry one : wrong) {
            Standing told = all(List.of(new Told.Entry("R1", one)));
            assertThat(told.notAsApplied(FILED, Instant.MIN)).isNotEmpty();
            assertThat(told.lookedAt(FILED, true)).as("the doubt stays").isEqualTo(told);
            assertThat(secured(told.lookedAt(FILED, true))).isEqualTo(Secured.State.SUBMITTED);
            Standing corrected = told.after(FILED, entered(240));
            assertThat(secured(corrected)).isEqualTo(Secured.State.NONE);
            assertThat(secured(corrected.lookedAt(FILED, true))).as("corrected, and looked at").isEqualTo(Secured.State.REGISTERED);
        }
        Told others = new Told.Entry("R1", entry(60, CLAIM, SampleRegistry.HOME, "别人", Right.MORTGAGE));
        Standing both = all(List.of(others, new Told.Entry("R1", tiny))).lookedAt(FILED, true);
        assertThat(both.entry()).as("what only is called otherwise is taken, and nothing else").isEqualTo(((Told.Entry) others).entry());
    }

    /** One of two pre-notices is doubted. */
    @Test
    void ofTwoPreNoticesTheOneThatOnlyIsCalledOtherwiseIsTakenAndNoneForAnotherAmount() {
        Filed preSold = new Filed(MortgageApplication.Kind.DOUBLE_PRE_NOTICE, Set.of(SampleRegistry.HOME), CLAIM, Set.of(MORTGAGOR), OURS);
        RegisterEntry purchase = entry(60, CLAIM, SampleRegistry.HOME, "虚构置业", Right.PURCHASE_PRE_NOTICE);
        RegisterEntry others = entry(90, CLAIM, SampleRegistry.HOME, "别人", Right.MORTGAGE_PRE_NOTICE);
        RegisterEntry dear = entry(90, new Money(5), SampleRegistry.HOME, "云𬱖", Right.MORTGAGE_PRE_NOTICE);
        Standing looked = all(preSold, List.of(new Told.Entry("R1", purchase), new Told.Entry("R1", others))).lookedAt(preSold, true);
        assertThat(looked.registered()).isTrue();
        assertThat(looked.entry().proofs()).extracting(Proof::right).containsExactlyInAnyOrder(Right.PURCHASE_PRE_NOTICE, Right.MORTGAGE_PRE_NOTICE);
        assertThat(all(preSold, List.of(new Told.Entry("R1", purchase), new Told.Entry("R1", dear))).lookedAt(preSold, true).registered()).isFalse();
    }

    @Test
    void whatACancellationNamesIsOnePersonsLook() {
        Filed cancelled = new Filed(MortgageApplication.Kind.CANCELLATION, Set.of(SampleRegistry.HOME), null, Set.of(MORTGAGOR), OURS);
        assertThat(all(cancelled, List.of(entered(120))).lookedAt(cancelled, true).registered()).isTrue();
    }

    @Test
    void aCaseThatWasSentBackBeginsAnewWhenTheRegistryGoesOnWithIt() {
        Told back = state(RegistrationState.SUPPLEMENT, 60);
        permutations(List.of(state(RegistrationState.SUBMITTED, 0), back, state(RegistrationState.ACCEPTED, 90)))
                .forEach(order -> assertThat(all(order).resumed()).isEqualTo(START.plusSeconds(90 * 60)));
        assertThat(all(List.of(back)).resumed()).isNull();
        assertThat(all(List.of(state(RegistrationState.ACCEPTED, 90))).resumed()).isNull();
    }

    @Test
    void anEntryThatContradictsTheOneThatStandsSecuresNothingUntilAPersonLooked() {
        Told other = new Told.Entry("R1", entry(120, new Money(1), SampleRegistry.HOME, "云𬱖", Right.MORTGAGE));
        permutations(List.of(entered(120), other)).forEach(order -> {
            assertThat(secured(all(order))).isEqualTo(Secured.State.NONE);
            assertThat(secured(all(order).lookedAt(FILED, true))).isEqualTo(Secured.State.REGISTERED);
        });
    }

    /** What was entered last is another right: that the one before it stands nobody finds who looks, until the registry has corrected it. */
    @Test
    void anEntryForAnotherRightThatIsTheLastOneIsOverruledByTheRegistryAlone() {
        RegisterEntry historic = new RegisterEntry(START.plusSeconds(240 * 60), CLAIM, List.of(new Proof(Right.MORTGAGE, SampleRegistry.HOME, PROOF, "云𬱖", null, RightState.HISTORIC)));
        for (RegisterEntry last : List.of(entry(240, new Money(1), SampleRegistry.HOME, "云𬱖", Right.MORTGAGE), entry(240, CLAIM, SampleRegistry.HOME, "云𬱖", Right.MORTGAGE_PRE_NOTICE), historic)) {
            permutations(List.of(entered(120), new Told.Entry("R1", last))).forEach(order -> {
                Standing told = all(order);
                assertThat(told.notAsApplied(FILED, Instant.MIN)).isNotEmpty();
                assertThat(told.notAsApplied(FILED, START.plusSeconds(240 * 60))).as("a change of then says what the right is").isEmpty();
                assertThat(secured(told.after(FILED, entered(300)).lookedAt(FILED, true))).as("corrected").isEqualTo(Secured.State.REGISTERED);
            });
        }
    }

    @Test
    void ofTwoPreNoticesEachIsComparedWithItsOwn() {
        Filed preSold = new Filed(MortgageApplication.Kind.DOUBLE_PRE_NOTICE, Set.of(SampleRegistry.HOME), CLAIM, Set.of(MORTGAGOR), OURS);
        Told purchase = new Told.Entry("R1", entry(300, CLAIM, SampleRegistry.HOME, "虚构置业", Right.PURCHASE_PRE_NOTICE));
        Told mortgage = new Told.Entry("R1", entry(60, CLAIM, SampleRegistry.HOME, "云𬱖", Right.MORTGAGE_PRE_NOTICE));
        Told dear = new Told.Entry("R1", entry(120, new Money(5), SampleRegistry.HOME, "云𬱖", Right.MORTGAGE_PRE_NOTICE));
        Told corrected = new Told.Entry("R1", entry(180, CLAIM, SampleRegistry.HOME, "云𬱖", Right.MORTGAGE_PRE_NOTICE));
        assertThat(all(preSold, List.of(purchase, mortgage, dear)).notAsApplied(preSold, Instant.MIN)).containsExactly(Doubt.OTHER_AMOUNT);
        assertThat(all(preSold, List.of(purchase, mortgage, dear, corrected)).notAsApplied(preSold, Instant.MIN)).isEmpty();
    }

    @Test
    void aPreNoticeDoesNotLiveAgainWhenItsConversionIsContradicted() {
        Filed converted = new Filed(MortgageApplication.Kind.CONVERSION, Set.of(SampleRegistry.HOME), CLAIM, Set.of(MORTGAGOR), OURS);
        Told other = new Told.Entry("R1", entry(240, new Money(1), SampleRegistry.HOME, "云𬱖", Right.MORTGAGE));
        assertThat(preNoticedAnd(MortgageApplication.Kind.CONVERSION, all(converted, List.of(entered(120))))).isEqualTo(Secured.State.CONVERTED);
        assertThat(preNoticedAnd(MortgageApplication.Kind.CONVERSION, all(converted, List.of(entered(120), other)))).isEqualTo(Secured.State.NONE);
        assertThat(preNoticedAnd(MortgageApplication.Kind.CONVERSION, all(converted, List.of(other)))).as("something else was entered in its place").isEqualTo(Secured.State.NONE);
        assertThat(preNoticedAnd(MortgageApplication.Kind.CONVERSION, all(converted, List.of(state(RegistrationState.REJECTED, 240))))).as("refused: the pre-notice stands").isEqualTo(Secured.State.PRE_NOTICED);
    }

    /** The right that was applied for as it is may not be the one that stands there now. */
    @Test
    void aChangeThatIsInDoubtShutsTheGate() {
        Filed changed = new Filed(MortgageApplication.Kind.CHANGE, Set.of(SampleRegistry.HOME), CLAIM, Set.of(MORTGAGOR), OURS);
        Told tiny = new Told.Entry("R1", entry(240, new Money(100), SampleRegistry.HOME, "云𬱖", Right.MORTGAGE));
        Told theirs = new Told.Entry("R1", held(new Holder("别的银行", null, PROOF.value())));
        assertThat(mortgagedAnd(all(changed, List.of()))).isEqualTo(Secured.State.REGISTERED);
        assertThat(mortgagedAnd(all(changed, List.of(entered(240))))).isEqualTo(Secured.State.REGISTERED);
        assertThat(mortgagedAnd(all(changed, List.of(state(RegistrationState.REJECTED, 240))))).isEqualTo(Secured.State.REGISTERED);
        for (Told doubted : List.of(tiny, theirs)) {
            assertThat(mortgagedAnd(all(changed, List.of(doubted)))).isEqualTo(Secured.State.NONE);
            assertThat(mortgagedAnd(all(changed, List.of(entered(240), doubted)))).isEqualTo(Secured.State.NONE);
        }
        assertThat(mortgagedAnd(all(changed, List.of(entered(240), state(RegistrationState.DELETED, 300))))).as("what stands there now?").isEqualTo(Secured.State.NONE);
    }

    private static Secured.State mortgagedAnd(Standing change) {
        return Security.of(List.of(
                new Security.Case(MortgageApplication.Kind.MORTGAGE, all(List.of(entered(120))), false, START, null, null), new Security.Case(MortgageApplication.Kind.CHANGE, change, false, START, null, null)), false).state();
    }

    private static Secured.State preNoticedAnd(MortgageApplication.Kind kind, Standing standing) {
        Filed preSold = new Filed(MortgageApplication.Kind.DOUBLE_PRE_NOTICE, Set.of(SampleRegistry.HOME), CLAIM, Set.of(MORTGAGOR), OURS);
        Proof bought = new Proof(Right.PURCHASE_PRE_NOTICE, SampleRegistry.HOME, OTHER_PROOF, "虚构开发有限公司");
        Proof mortgaged = new Proof(Right.MORTGAGE_PRE_NOTICE, SampleRegistry.HOME, PROOF, "云𬱖");
        Standing noticed = all(preSold, List.of(new Told.Entry("R1", new RegisterEntry(START, CLAIM, List.of(bought, mortgaged)))));
        return Security.of(List.of(new Security.Case(MortgageApplication.Kind.DOUBLE_PRE_NOTICE, noticed, false, START, null, null), new Security.Case(kind, standing, false, START, null, null)), false).state();
    }

    @Test
    void anEndToldAfterTheEntryIsDoubtedWhateverTheOrder() {
        for (RegistrationState end : List.of(RegistrationState.REJECTED, RegistrationState.WITHDRAWN)) {
            permutations(List.of(entered(120), state(end, 240), state(RegistrationState.ACCEPTED, 60))).forEach(order -> {
                assertThat(all(order).doubts()).containsExactly(Doubt.ENDED_AFTER_ITS_ENTRY);
                assertThat(secured(all(order))).isEqualTo(Secured.State.NONE);
            });
            assertThat(all(List.of(state(end, 60), entered(120))).doubts()).as("an earlier one was put right by the entry").isEmpty();
        }
    }

    @Test
    void theSameThingAMomentApartIsToldToTheBankOnceAndAReasonThatComesLaterIsTold() {
        Standing paged = all(List.of(state(RegistrationState.SUPPLEMENT, 60)));
        Standing again = paged.after(FILED, new Told.State("R1", RegistrationState.SUPPLEMENT, START.plusSeconds(3601), null, null));
        assertThat(Notices.between(paged, again)).isEmpty();
        Standing reason = again.after(FILED, new Told.State("R1", RegistrationState.SUPPLEMENT, START.plusSeconds(3602), "缺身份证复印件", LocalDate.of(2026, 12, 9)));
        assertThat(Notices.between(again, reason)).extracting(Notices.Notice::reason).containsExactly("缺身份证复印件");
    }

    private static Secured.State secured(Standing standing) {
        return Security.of(List.of(new Security.Case(MortgageApplication.Kind.MORTGAGE, standing, false, START, null, null)), false).state();
    }

    /** A day without a time reads as its midnight. */
    @Test
    void whatIsAskedForOrRefusedOnADayIsNotLostBehindTheReceiptOfItsMorning() {
        Instant midnight = Instant.parse("2026-11-30T16:00:00Z");
        for (RegistrationState asks : List.of(RegistrationState.SUPPLEMENT, RegistrationState.REJECTED, RegistrationState.WITHDRAWN)) {
            Told told = new Told.State("R1", asks, midnight, "materials", null);
            permutations(List.of(state(RegistrationState.SUBMITTED, 0), state(RegistrationState.ACCEPTED, 30), told))
                    .forEach(order -> assertThat(all(order).mark().state()).isEqualTo(asks));
            assertThat(all(List.of(told, state(RegistrationState.ACCEPTED, 24 * 60))).mark().state()).as("the next day it goes on").isEqualTo(RegistrationState.ACCEPTED);
        }
    }

    private static Set<Doubt> doubts(RegisterEntry entry) {
        Standing standing = Standing.NOTHING_TOLD.after(FILED, new Told.Entry("R1", entry));
        assertThat(standing.registered()).isEqualTo(standing.doubts().isEmpty());
        return standing.doubts();
    }

    private static Standing all(List<Told> told) {
        return all(FILED, told);
    }

    private static Standing all(Filed filed, List<Told> told) {
        Standing standing = Standing.NOTHING_TOLD;
        for (Told one : told) {
            standing = standing.after(filed, one);
        }
        return standing;
    }

    private static Told state(RegistrationState state, long minute) {
        return new Told.State("R1", state, START.plusSeconds(minute * 60), null, null);
    }

    private static Told entered(long minute) {
        return new Told.Entry("R1", entry(minute, CLAIM, SampleRegistry.HOME, "云𬱖", Right.MORTGAGE));
    }

    private static RegisterEntry entry(long minute, Money amount, UnitNumber unit, String obligors, Right right) {
        return new RegisterEntry(START.plusSeconds(minute * 60), amount, List.of(new Proof(right, unit, PROOF, obligors)));
    }

    private static Told certificate(CertificateNumber proof) {
        return certificate(proof, 3, "a certificate");
    }

    private static Told certificate(CertificateNumber proof, int day, String file) {
        return certificate(proof, day, file, Set.of(SampleRegistry.HOME), Set.of());
    }

    private static Told certificate(CertificateNumber proof, int day, String file, Set<UnitNumber> units, Set<Doubt> doubts) {
        LicenceIdentifier licence = SampleRegistry.certificate().licence();
        return new Told.Certificate("R1", proof, licence, LocalDate.of(2026, 12, day), Digest.of(file.getBytes(StandardCharsets.UTF_8)), units, doubts);
    }

    private static List<List<Told>> permutations(List<Told> of) {
        if (of.isEmpty()) {
            return List.of(List.of());
        }
        List<List<Told>> all = new ArrayList<>();
        for (int i = 0; i < of.size(); i++) {
            List<Told> rest = new ArrayList<>(of);
            Told first = rest.remove(i);
            for (List<Told> tail : permutations(rest)) {
                List<Told> order = new ArrayList<>(List.of(first));
                order.addAll(tail);
                all.add(order);
            }
        }
        return all;
    }

    @Provide
    Arbitrary<List<Told>> things() {
        Arbitrary<Told> states = Combinators.combine(
                        Arbitraries.of(RegistrationState.class), Arbitraries.longs().between(0, 4), Arbitraries.of("甲", "乙").injectNull(0.5), Arbitraries.of("R1", "R2"), Arbitraries.of(false, false, true))
                .as((state, minute, reason, number, ahead) -> new Told.State(number, state, START.plusSeconds(minute * 60), reason, null, ahead));
        Arbitrary<Told> entries = Combinators.combine(
                        Arbitraries.longs().between(0, 4), Arbitraries.of(CLAIM, new Money(6_000L)), Arbitraries.of(SampleRegistry.HOME, SampleRegistry.GARAGE), Arbitraries.of("云𬱖", "别人"))
                .as((minute, amount, unit, who) -> new Told.Entry("R1", entry(minute, amount, unit, who, Right.MORTGAGE)));
        Arbitrary<Told> certificates = Combinators.combine(
                        Arbitraries.of(PROOF, OTHER_PROOF), Arbitraries.integers().between(1, 3), Arbitraries.of("a", "b"),
                        Arbitraries.of(Set.of(SampleRegistry.HOME), Set.of(SampleRegistry.GARAGE)), Arbitraries.of(Set.<Doubt>of(), Set.of(Doubt.CERTIFICATE_SEAL_BROKEN)))
                .as(StandingTest::certificate);
        return Arbitraries.oneOf(states, entries, certificates).list().ofMaxSize(8);
    }
}
