package io.jinqiao.pipe;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.delivery.Carrier;
import io.jinqiao.delivery.Carrier.Attempt;
import io.jinqiao.delivery.PartnerStops;
import io.jinqiao.evidence.RecordId;
import io.jinqiao.message.CreditEnquiry;
import io.jinqiao.message.CreditEnquiry.Outcome;
import io.jinqiao.message.CreditEnquiry.Reason;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Identity;
import io.jinqiao.message.Outgoing;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Reply;
import io.jinqiao.workbench.simulate.credit.enquiry.Trick;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.transaction.support.TransactionTemplate;

/** Enquiries over real HTTPS and SOAP, at a Center that was written apart from what asks it. */
class CreditEnquiryWireTest {
    private static final PartnerId CENTER = new PartnerId("credit-reference");
    /** The Center's lives follow from the serial digits: 000 is nobody, 001 a bank's loan. */
    private static final String NOBODY = "110101199003070003";

    private static final String CLEAN = "110101199003070011";
    private static final AtomicInteger NUMBER = new AtomicInteger(40_000_000);

    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        gateway = RunningGateway.get();
    }

    @AfterEach
    void calm() {
        gateway.center.enquiries().calm();
        gateway.room(PartnerStops.class).resume(CENTER, "test", "test");
    }

    @Test
    void aReportComesBackAsItWasSent() {
        CreditEnquiry.Answer answer = accepted(ask(enquiry(CLEAN)));
        assertThat(answer.outcome()).isEqualTo(Outcome.FOUND);
        assertThat(answer.report()).startsWith("H4sI");
    }

    @Test
    void nobodyKnownIsAnAnswerLikeAnyOther() {
        assertThat(accepted(ask(enquiry(NOBODY)))).isEqualTo(new CreditEnquiry.Answer(Outcome.NO_RECORD, null));
    }

    @ParameterizedTest
    @EnumSource(value = Trick.class, names = {"SHORT_HEAD", "OTHER_HEAD", "GARBAGE", "HALF"})
    void anAnswerInAnotherFormLeavesTheOutcomeUnknown(Trick trick) {
        assertThat(cause(tricked(trick))).isEqualTo(Reply.Cause.UNREADABLE);
    }

    @ParameterizedTest
    @EnumSource(value = Trick.class, names = {"RE_ENCODED", "BAD_SIGNATURE", "UNSIGNED"})
    void anAnswerWhoseSignatureDoesNotFitItsBytesIsNotBelieved(Trick trick) {
        assertThat(cause(tricked(trick))).isEqualTo(Reply.Cause.UNTRUSTED);
    }

    @Test
    void silenceLeavesTheOutcomeUnknownAndTheSameQuestionIsCountedOnce() {
        CreditEnquiry enquiry = enquiry(CLEAN);
        int before = gateway.center.enquiries().enquiries();
        gateway.center.enquiries().trick(Trick.SILENT, CLEAN, 1);
        assertThat(cause(ask(enquiry))).isEqualTo(Reply.Cause.SILENT);

        assertThat(accepted(again(enquiry)).outcome()).isEqualTo(Outcome.FOUND);
        assertThat(gateway.center.enquiries().enquiries()).isEqualTo(before + 1);
        assertThat(gateway.journal("about-to-send", enquiry.enquiryNo())).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(value = Trick.class, names = {"BUSY", "PROCESSING", "OUT_OF_HOURS"})
    void whatIsNotBegunOrNotEndedIsInProcess(Trick trick) {
        assertThat(cause(tricked(trick))).isEqualTo(Reply.Cause.IN_PROCESS);
    }

    @ParameterizedTest
    @EnumSource(value = Trick.class, names = {"COMMUNICATION", "DATABASE", "SYSTEM", "OTHER"})
    void atechnicalFailureThereIsNoRefusal(Trick trick) {
        assertThat(cause(tricked(trick))).isEqualTo(Reply.Cause.SILENT);
    }

    @Test
    void aCenterThatRefusesOurUserIsAskedNothingMore() {
        gateway.center.enquiries().trick(Trick.NO_USER, CLEAN, 1);
        Reply reply = ask(enquiry(CLEAN));
        assertThat(((Reply.Rejected) reply).problems()).extracting("code").containsExactly(FailureCode.PARTNER_ACCESS_REFUSED);
        assertThat(gateway.room(PartnerStops.class).stopped(CENTER)).isTrue();
    }

    private static Reply tricked(Trick trick) {
        gateway.center.enquiries().trick(trick, CLEAN, 1);
        return ask(enquiry(CLEAN));
    }

    private static CreditEnquiry enquiry(String number) {
        return new CreditEnquiry("20261129" + NUMBER.incrementAndGet(), "欧阳𠮷", new Identity(Identity.Type.RESIDENT_ID, number), Reason.LOAN_APPROVAL, "zhou.min");
    }

    private static Reply ask(CreditEnquiry enquiry) {
        return reply(gateway.room(Carrier.class).send(parcel(enquiry), CreditEnquiryWireTest::inOneCommit));
    }

    private static Reply again(CreditEnquiry enquiry) {
        return reply(gateway.room(Carrier.class).enquire(parcel(enquiry), CreditEnquiryWireTest::inOneCommit));
    }

    private static Carrier.Parcel parcel(CreditEnquiry enquiry) {
        return new Carrier.Parcel(new Outgoing(CENTER, enquiry), enquiry.ownId(), 1);
    }

    private static Reply reply(Attempt attempt) {
        Attempt.Replied replied = (Attempt.Replied) attempt;
        inOneCommit(replied.record());
        return replied.reply();
    }

    private static CreditEnquiry.Answer accepted(Reply reply) {
        return CreditEnquiry.Answer.of(((Reply.Accepted) reply).content());
    }

    private static Reply.@Nullable Cause cause(Reply reply) {
        return reply instanceof Reply.Unknown unknown ? unknown.cause() : null;
    }

    private static RecordId inOneCommit(Supplier<RecordId> record) {
        return gateway.room(TransactionTemplate.class).execute(status -> record.get());
    }
}
