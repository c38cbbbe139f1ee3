package io.jinqiao.adapter.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jinqiao.adapter.MemoryFolders;
import io.jinqiao.adapter.Folders;
import io.jinqiao.adapter.ShippedFolders;
import io.jinqiao.message.Content;
import io.jinqiao.message.CreditEnquiry;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Identity;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A head of fixed length before a document, in the forms public clients have it. */
class FixedHeadTest {
    private static final String FOLDER = "adapters/credit-reference/adapter.yaml";
    private static final Instant NOW = Instant.parse("2026-11-29T01:02:03Z");
    private static final CreditEnquiry ENQUIRY = new CreditEnquiry(
            "2026112900000007", "张三", new Identity(Identity.Type.RESIDENT_ID, "110101199003070011"), CreditEnquiry.Reason.LOAN_APPROVAL, "zhou.min");

    private final Dialect usual = dialect(new MemoryFolders());

    private static Dialect dialect(MemoryFolders folders) {
        Folders.Read read = new Folders(folders).read(new org.springframework.core.env.StandardEnvironment()::resolveRequiredPlaceholders, ShippedFolders.CLOCK);
        assertThat(read.problems()).isEmpty();
        return read.dialects().get("credit-reference");
    }

    private static String request(Dialect centre) {
        Unsigned unsigned = centre.request(ENQUIRY, ENQUIRY.ownId(), NOW);
        return new String(unsigned.signingInput(), StandardCharsets.UTF_8);
    }

    @Test
    void theHeadHasEightyBytesAndEndsWithALineEnd() {
        assertThat(request(usual)).startsWith("B2.0.0D19999999H0001B000000000000120261129090203D10120261129000000070000000000\r\n<Document><Head><QueryOrgCode>");
        assertThat(request(usual).indexOf('<')).isEqualTo(80);
    }

    @Test
    void theHeadHasTwelveZerosWhereThatWasAgreed() {
        Dialect zeros = dialect(new MemoryFolders().replace(FOLDER, "reserved: 10 ", "reserved: 12 ").replace(FOLDER, "end: line-end", "end: none"));
        assertThat(request(zeros)).contains("D1012026112900000007000000000000<Document>");
        assertThat(read(zeros, text -> text)).isEqualTo(ENQUIRY);
        assertThat(refused(() -> read(usual, text -> text.replace("0000000000\r\n", "000000000000")))).contains("line end");
    }

    @Test
    void theSignatureEndsWithABraceAndALineEndWhereThatWasAgreed() {
        Dialect other = dialect(new MemoryFolders().replace(FOLDER, "signature-end: \":S}\"", "signature-end: line-end"));
        assertThat(new String(sent(other), StandardCharsets.UTF_8)).contains("{S:c2ln}&#13;\n</querymessage>");
        assertThat(read(other, text -> text)).isEqualTo(ENQUIRY);
    }

    @Test
    void refusesAHeadOfAnotherLengthAnotherSenderAndAPartOfItThatIsNone() {
        assertThat(refused(() -> read(usual, text -> text.replace("B2.0.0", "B2.0.")))).contains("head");
        assertThat(refused(() -> read(usual, text -> text.replace("B2.0.0D", "B2.0.0E")))).contains("sender");
        assertThat(refused(() -> read(usual, text -> text.replace("20261129090203", "20261329090203")))).contains("a time");
        assertThat(refused(() -> read(usual, text -> text.replace("D1012026112900000007", "D1012026139900000007")))).contains("number");
        assertThat(refused(() -> read(usual, text -> text.replace("{S:c2ln:S}", "{S:c2ln}")))).contains(FailureCode.SIGNATURE_MALFORMED.code());
    }

    @Test
    void refusesADocumentTypeBehindTheHead() {
        assertThat(refused(() -> read(usual, text -> text.replace("&lt;Document&gt;", "&lt;!DOCTYPE Document [&lt;!ENTITY i \"x\"&gt;]&gt;&lt;Document&gt;").replace("张三", "&amp;i;"))))
                .contains(FailureCode.FRAME_UNREADABLE.code());
        assertThat(refused(() -> read(usual, text -> text.replace("&lt;Document&gt;", "&lt;!DOCTYPE Document SYSTEM \"http://localhost/x\"&gt;&lt;Document&gt;"))))
                .contains(FailureCode.FRAME_UNREADABLE.code());
    }

    @Test
    void refusesADocumentThatNamesAnotherOrganisationThanItsHead() {
        String wrong = refused(() -> read(usual, text -> text.replace("QueryOrgCode>D19999999H0001", "QueryOrgCode>D19999999H0002").replace("QueryOrgCode&gt;D19999999H0001", "QueryOrgCode&gt;D19999999H0002")));
        assertThat(wrong).contains(FailureCode.FIELDS_DISAGREE.code(), "Head.QueryOrgCode");
    }

    @Test
    void refusesAnAnswerWhoseBodyNamesAnotherOrganisationThanItsHead() {
        String answer = answer();
        assertThat(usual.openReply(200, Map.of(), bytes(answer)).payload()).contains("<ResultCode>AAA001<");
        String other = answer.replace("&lt;Document&gt;", "&lt;Document&gt;&lt;Head&gt;&lt;QueryOrgCode&gt;D19999999H0002&lt;/QueryOrgCode&gt;&lt;/Head&gt;");
        assertThat(refused(() -> usual.openReply(200, Map.of(), bytes(other)))).contains("Head.QueryOrgCode");
        assertThat(refused(() -> usual.openReply(200, Map.of(), bytes(answer.replace("D102", "D104"))))).contains("D104");
        assertThat(refused(() -> usual.openReply(200, Map.of(), bytes(answer.replace("B2.0.0B", "B2.0.0A"))))).contains("sender");
    }

    @Test
    void theAnswerToAnotherNumberIsNotBelieved() {
        FramedReply framed = usual.openReply(200, Map.of(), bytes(answer()));
        Reply reply = usual.decodeReply(Operation.CREDIT_ENQUIRY, new MessageId("2026112900000008"), framed);
        assertThat(((Reply.Unknown) reply).cause()).isEqualTo(Reply.Cause.UNTRUSTED);
    }

    @Test
    void aSuccessWithoutAReportIsNoSuccess() {
        FramedReply framed = usual.openReply(200, Map.of(), bytes(answer().replace("AAA001", "AAA000")));
        assertThat(((Reply.Unknown) usual.decodeReply(Operation.CREDIT_ENQUIRY, ENQUIRY.ownId(), framed)).cause()).isEqualTo(Reply.Cause.UNREADABLE);
    }

    private String answer() {
        Dialect theirs = usual.mirrored();
        Framed asked = theirs.open(wire(sent(usual)));
        Unsigned answer = theirs.answer(asked, new Reply.Accepted(Content.group().put("outcome", "no-record").build()), new MessageId("x"), NOW);
        return new String(theirs.finishAnswer(answer, "c2ln").body(), StandardCharsets.UTF_8);
    }

    private static byte[] sent(Dialect centre) {
        return centre.finishRequest(centre.request(ENQUIRY, ENQUIRY.ownId(), NOW), "c2ln").body();
    }

    private static Object read(Dialect centre, UnaryOperator<String> spoilt) {
        String sent = new String(sent(centre), StandardCharsets.UTF_8).replace("&#13;\n", "\r\n");
        byte[] bytes = bytes(spoilt.apply(sent).replace("\r\n", "&#13;\n"));
        return centre.mirrored().decode(centre.mirrored().open(wire(bytes)));
    }

    private static io.jinqiao.adapter.WireRequest wire(byte[] body) {
        return new io.jinqiao.adapter.WireRequest("credit-reference", "", Map.of(), body, false, List.of(), null);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String refused(Runnable work) {
        Refusal refusal = catchThrowableOfType(Refusal.class, work::run);
        return refusal.problems().stream().map(problem -> problem.code().code() + " " + problem.theirField() + " " + problem.arguments()).toList().toString();
    }
}
