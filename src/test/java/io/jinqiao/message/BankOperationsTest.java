package io.jinqiao.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jinqiao.adapter.samples.SampleMoney;
import io.jinqiao.adapter.samples.SampleRegistry;
import io.jinqiao.adapter.samples.SampleService;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The bank operations after the opinion, and the registry's: reading, writing, and telling everything that is wrong at once. */
class BankOperationsTest {

    static Stream<CanonicalMessage> messages() {
        return Stream.concat(SampleRegistry.messages(), Stream.of(
                SampleMoney.instruction(), SampleMoney.paysAgain(), SampleMoney.returned(), SampleMoney.paidInFull(), SampleMoney.notEnoughMoney(),
                SampleMoney.fundBalanceOrder(), SampleMoney.bankAccountOrder(), SampleMoney.partlyDeducted(), SampleMoney.partQuote(), SampleMoney.fullQuote(),
                SampleMoney.part(), SampleMoney.full(), SampleMoney.settled(), SampleMoney.settledWithoutProof(), SampleMoney.book(), SampleMoney.emptyBook(),
                SampleMoney.differences(), SampleMoney.matched(), SampleService.phoneOrder(), SampleService.earlyWarning(), SampleService.promised(),
                SampleService.notReached(), SampleService.finalScore(), SampleService.statedScore(), SampleService.provisionalScore(), SampleService.objection(), SampleService.enquiry(),
                SampleService.mortgage(), SampleService.cancellation(), SampleService.certificate(), SampleService.sentBack()));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void readsWhatItWroteAsAnEqualMessage(CanonicalMessage message) {
        assertThat(message.operation().read(message.content())).isEqualTo(message);
        assertThat(message.operation().read(CanonicalJson.read(CanonicalJson.writeSorted(message.content())))).isEqualTo(message);
    }

    @ParameterizedTest
    @MethodSource("messages")
    void tellsEveryMissingPlaceAtOnce(CanonicalMessage message) {
        Refusal refusal = refusal(message.operation(), Content.Group.EMPTY);
        List<String> required = message.operation().shape().members().entrySet().stream()
                .filter(member -> member.getValue().required())
                .map(Map.Entry::getKey)
                .toList();
        assertThat(fields(refusal)).containsAll(required);
        assertThat(refusal.problems()).filteredOn(p -> required.contains(p.field())).extracting(Problem::code).containsOnly(FailureCode.FIELD_MISSING);
    }

    /** The digest decides whether a repeat is the same thing: no place may be left out of it. */
    @Property(tries = 2000)
    void changesTheDigestWithEveryLeaf(@ForAll("somewhere") Leaf leaf) {
        String text = CanonicalJson.writeSorted(leaf.message().content());
        String changed = CanonicalJson.writeSorted(leaf.with("7" + leaf.value()));
        assertThat(changed).isNotEqualTo(text);
        try {
            CanonicalMessage other = leaf.message().operation().read(leaf.with("7" + leaf.value()));
            assertThat(CanonicalJson.digest(other)).isNotEqualTo(CanonicalJson.digest(leaf.message()));
        } catch (Refusal refusal) {
            assertThat(refusal.problems()).isNotEmpty();
        }
    }

    @Property(tries = 2000)
    void refusesAnEmptyTextWhereverItStandsAndNamesThePlace(@ForAll("somewhere") Leaf leaf) {
        assertThat(fields(refusal(leaf.message().operation(), leaf.with("")))).contains(leaf.place());
    }

    /** @param place of one leaf, as problems name it */
    record Leaf(CanonicalMessage message, String place) {
        String value() {
            Map<String, String> all = new TreeMap<>();
            leaves(message.content(), "", all::put);
            return all.get(place);
        }

        Content.Group with(String text) {
            return (Content.Group) replaced(message.content(), "", place, text);
        }

        @Override
        public String toString() {
            return message.operation().id() + " " + place;
        }
    }

    @Provide
    Arbitrary<Leaf> somewhere() {
        return Arbitraries.of(messages()
                .flatMap(message -> {
                    Map<String, String> all = new TreeMap<>();
                    leaves(message.content(), "", all::put);
                    return all.keySet().stream().map(place -> new Leaf(message, place));
                })
                .collect(Collectors.toList()));
    }

    private static void leaves(Content content, String place, BiConsumer<String, String> each) {
        if (content instanceof Content.Group group) {
            group.members().forEach((name, member) -> leaves(member, place.isEmpty() ? name : place + "." + name, each));
        } else if (content instanceof Content.Rows rows) {
            for (int i = 0; i < rows.rows().size(); i++) {
                leaves(rows.rows().get(i), place + "[" + i + "]", each);
            }
        } else {
            each.accept(place, ((Content.Text) content).value());
        }
    }

    private static Content replaced(Content content, String at, String place, String text) {
        if (content instanceof Content.Group group) {
            Content.GroupBuilder copy = Content.group();
            group.members().forEach((name, member) -> copy.put(name, replaced(member, at.isEmpty() ? name : at + "." + name, place, text)));
            return copy.build();
        }
        if (content instanceof Content.Rows rows) {
            return new Content.Rows(java.util.stream.IntStream.range(0, rows.rows().size())
                    .mapToObj(i -> (Content.Group) replaced(rows.rows().get(i), at + "[" + i + "]", place, text))
                    .toList());
        }
        return at.equals(place) ? new Content.Text(text) : content;
    }

    /** One contradiction, and the place it is told at. */
    record Contradiction(CanonicalMessage message, String place, String text, String toldAt) {
        @Override
        public String toString() {
            return message.operation().id() + " " + place + "=" + text;
        }
    }

    static List<Contradiction> contradictions() {
        return List.of(
                new Contradiction(SampleMoney.paidInFull(), "row.unpaid.fine", "1", "row.result"),
                new Contradiction(SampleMoney.notEnoughMoney(), "row.result", "partly-paid", "row.result"),
                new Contradiction(SampleMoney.paidInFull(), "row.result", "insufficient-funds", "row.result"),
                new Contradiction(SampleMoney.paidInFull(), "row.result", "mandate-missing", "row.result"),
                new Contradiction(SampleMoney.notEnoughMoney(), "row.paid.interest", "1", "row.source"),
                new Contradiction(SampleMoney.notEnoughMoney(), "row.paid.interest", "1", "row.paidOn"),
                new Contradiction(SampleMoney.fundBalanceOrder(), "count", "3", "count"),
                new Contradiction(SampleMoney.fundBalanceOrder(), "total", "643381", "total"),
                new Contradiction(SampleMoney.fundBalanceOrder(), "lines[1].lineNo", "1", "lines"),
                new Contradiction(SampleMoney.fundBalanceOrder(), "waterfall[4].rank", "4", "waterfall"),
                new Contradiction(SampleMoney.fundBalanceOrder(), "waterfall[4].part", "interest", "waterfall"),
                new Contradiction(SampleMoney.bankAccountOrder(), "source", "fund-balance", "lines[0].mandateNo"),
                new Contradiction(SampleMoney.partlyDeducted(), "total", "0", "total"),
                new Contradiction(SampleMoney.partlyDeducted(), "lines[0].result", "account-closed", "lines[0].result"),
                new Contradiction(SampleMoney.partlyDeducted(), "lines[1].paid.fine", "1", "lines[1].hostSerial"),
                new Contradiction(SampleMoney.partQuote(), "kind", "full", "amount"),
                new Contradiction(SampleMoney.partQuote(), "kind", "full", "keep"),
                new Contradiction(SampleMoney.partQuote(), "keep", "term", "newMonths"),
                new Contradiction(SampleMoney.partQuote(), "amount", "0", "amount"),
                new Contradiction(SampleMoney.full(), "kind", "part", "keep"),
                new Contradiction(SampleMoney.book(), "part", "2", "part"),
                new Contradiction(SampleMoney.book(), "totals[1].count", "2", "totals[1].count"),
                new Contradiction(SampleMoney.book(), "totals[1].amount", "320874", "totals[1].amount"),
                new Contradiction(SampleMoney.book(), "totals[1].kind", "balance", "totals"),
                new Contradiction(SampleMoney.book(), "items[1].itemNo", "1", "items[1].itemNo"),
                new Contradiction(SampleMoney.book(), "items[1].amount", "320874", "items[1].amount"),
                new Contradiction(SampleMoney.book(), "items[1].kind", "balance", "items[1].parts"),
                new Contradiction(SampleMoney.differences(), "outcome", "explained", "differences[0].explanation"),
                new Contradiction(SampleMoney.differences(), "outcome", "matched", "differences"),
                new Contradiction(SampleMoney.differences(), "differences[1].type", "amount-differs", "differences[1].atBank"),
                new Contradiction(SampleMoney.matched(), "outcome", "differs", "differences"),
                new Contradiction(SampleService.earlyWarning(), "reason", "overdue", "overdueSince"),
                new Contradiction(SampleService.promised(), "outcome", "reached", "promise"),
                new Contradiction(SampleService.notReached(), "outcome", "promised", "promise"),
                new Contradiction(SampleService.finalScore(), "state", "provisional", "fee"),
                new Contradiction(SampleService.finalScore(), "state", "provisional", "objectionsUntil"),
                new Contradiction(SampleService.finalScore(), "score", "100.01", "score"),
                new Contradiction(SampleService.finalScore(), "to", "2026-06-30", "to"),
                new Contradiction(SampleService.finalScore(), "indicators[0].points", "15.01", "indicators[0].points"),
                new Contradiction(SampleService.objection(), "contested[1].caseNo", "AL0001", "contested"),
                new Contradiction(SampleService.enquiry(), "product", "另一产品", "consent.product"),
                new Contradiction(SampleService.enquiry(), "consent.validTo", "2026-11-30", "consent.validTo"),
                new Contradiction(SampleService.mortgage(), "kind", "conversion", "earlierNo"),
                new Contradiction(SampleService.mortgage(), "kind", "cancellation", "claim"),
                new Contradiction(SampleService.mortgage(), "parties[1].role", "seller", "parties"),
                new Contradiction(SampleService.mortgage(), "claim.to", "2026-12-01", "claim.to"),
                new Contradiction(SampleService.cancellation(), "kind", "change", "mortgageContractNo"),
                new Contradiction(SampleService.certificate(), "event", "entered", "certificateNo"),
                new Contradiction(SampleService.sentBack(), "event", "received", "dueOn"),
                new Contradiction(SampleRegistry.checkOfATitle(), "titleNo", SampleRegistry.PROOF.value(), "titleNo"),
                new Contradiction(SampleRegistry.mortgage(), "kind", "conversion", "earlierNo"),
                new Contradiction(SampleRegistry.mortgage(), "kind", "cancellation", "claim"),
                new Contradiction(SampleRegistry.mortgage(), "kind", "double-pre-notice", "parties"),
                new Contradiction(SampleRegistry.mortgage(), "parties[0].role", "seller", "parties"),
                new Contradiction(SampleRegistry.mortgage(), "units[0].claim", "60000001", "units[0].claim"),
                new Contradiction(SampleRegistry.mortgage(), "units[1].unitNumber", SampleRegistry.HOME.value(), "units"),
                new Contradiction(SampleRegistry.conversion(), "kind", "mortgage", "earlierNo"),
                new Contradiction(SampleRegistry.doublePreNotice(), "kind", "mortgage", "units[0].titleNo"),
                new Contradiction(SampleRegistry.cancellation(), "kind", "change", "mortgageContractNo"),
                new Contradiction(SampleRegistry.accepted(), "state", "rejected", "reason"),
                new Contradiction(SampleRegistry.toSupplement(), "state", "rejected", "dueOn"),
                new Contradiction(SampleRegistry.entered(), "kind", "cancellation", "entry.proofs"),
                new Contradiction(SampleRegistry.entered(), "entry.proofs[0].right", "mortgage-pre-notice", "entry.proofs[0].right"),
                new Contradiction(SampleRegistry.preNoticesEntered(), "entry.proofs[1].right", "mortgage", "entry.proofs[1].right"),
                new Contradiction(SampleRegistry.cancelled(), "kind", "mortgage", "entry.proofs"),
                new Contradiction(SampleRegistry.certificate(), "proofNo", SampleRegistry.TITLE.value(), "proofNo"));
    }

    @ParameterizedTest
    @MethodSource("contradictions")
    void tellsWhatCannotBeTrueTogether(Contradiction c) {
        Refusal refusal = refusal(c.message().operation(), new Leaf(c.message(), c.place()).with(c.text()));
        assertThat(fields(refusal)).contains(c.toldAt());
    }

    @Test
    void everyAnswerReadsBackAsItWasWritten() {
        assertThat(DisbursementInstruction.Answer.of(SampleMoney.paid().content())).isEqualTo(SampleMoney.paid());
        assertThat(PrepaymentQuote.Answer.of(SampleMoney.quoted("SS0001").content())).isEqualTo(SampleMoney.quoted("SS0001"));
        assertThat(Prepayment.Answer.of(SampleMoney.booked("TQ0001").content())).isEqualTo(SampleMoney.booked("TQ0001"));
        assertThat(ContributionEnquiry.Answer.of(SampleService.facts().content())).isEqualTo(SampleService.facts());
        assertThat(PropertyCheck.Answer.of(SampleRegistry.notClean().content())).isEqualTo(SampleRegistry.notClean());
        RegistrationApplication.Answer receipt = SampleRegistry.receipt(SampleRegistry.mortgage());
        assertThat(RegistrationApplication.Answer.of(receipt.content())).isEqualTo(receipt);
        assertThat(RegistrationEnquiry.Answer.of(SampleRegistry.registered().content())).isEqualTo(SampleRegistry.registered());
        assertThat(RegistrationEnquiry.Answer.of(SampleRegistry.stillToSupplement().content())).isEqualTo(SampleRegistry.stillToSupplement());
        assertThat(RegistrationReconciliation.Answer.of(SampleRegistry.moved().content())).isEqualTo(SampleRegistry.moved());
    }

    @Test
    void anAnswerThatContradictsItselfIsRefused() {
        Content.Group early = SampleMoney.paid().content().with("firstDueOn", "2026-11-30");
        assertThat(fields(catchThrowableOfType(Refusal.class, () -> DisbursementInstruction.Answer.of(early)))).containsExactly("firstDueOn");
        Content.Group dear = SampleMoney.quoted("SS0001").content().with("fee", "1");
        assertThat(fields(catchThrowableOfType(Refusal.class, () -> PrepaymentQuote.Answer.of(dear)))).containsExactly("total");
        Content.Group entered = SampleRegistry.registered().content().with("state", "accepted");
        assertThat(fields(catchThrowableOfType(Refusal.class, () -> RegistrationEnquiry.Answer.of(entered)))).containsExactly("entry");
        Content.Group few = SampleRegistry.moved().content().with("total", "0");
        assertThat(fields(catchThrowableOfType(Refusal.class, () -> RegistrationReconciliation.Answer.of(few)))).containsExactly("total");
    }

    @Property
    void ratesKeepFiveDecimalsOfPercent(@ForAll("hundredThousandths") long units) {
        String text = java.math.BigDecimal.valueOf(units, 5).stripTrailingZeros().toPlainString();
        assertThat(AnnualRate.parse(text).toString()).isEqualTo(java.math.BigDecimal.valueOf(units, 5).toPlainString());
    }

    @Provide
    Arbitrary<Long> hundredThousandths() {
        return Arbitraries.longs().between(1, 9_999_999);
    }

    @ParameterizedTest
    @MethodSource("noRates")
    void refusesWhatIsNoRate(String text) {
        assertThat(catchThrowableOfType(IllegalValue.class, () -> AnnualRate.parse(text))).isNotNull();
    }

    static List<String> noRates() {
        return List.of("0", "0.00000", "100", "2.600001", "-2.6", "2,6", "2.", ".6", "2.6%", "");
    }

    private static Refusal refusal(Operation operation, Content.Group content) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> operation.read(content));
        assertThat(refusal).isNotNull();
        return refusal;
    }

    private static TreeSet<String> fields(Refusal refusal) {
        return refusal.problems().stream().map(p -> String.valueOf(p.field())).collect(Collectors.toCollection(TreeSet::new));
    }
}
