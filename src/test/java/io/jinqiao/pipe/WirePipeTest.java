package io.jinqiao.pipe;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.adapter.codec.Dialect;
import io.jinqiao.adapter.codec.FramedReply;
import io.jinqiao.message.ApplicationWithdrawal;
import io.jinqiao.message.CanonicalMessage;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.LoanApplication;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Operation;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Reply;
import io.jinqiao.message.StatusEnquiry;
import io.jinqiao.pipe.TestBank.Answer;
import io.jinqiao.pipe.TestBank.Letter;
import io.jinqiao.signing.SigningRoom;
import io.jinqiao.support.TestIdentities;
import io.jinqiao.workbench.demo.InventedApplications;
import io.jinqiao.workbench.demo.Standings;
import java.io.IOException;
import java.net.Socket;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The inward pipe over a TCP stream with length headers and over an HTTP form, both XML, with what may be wrong on the way. */
class WirePipeTest {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Charset GBK = Charset.forName("GBK");
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int HEADER = 7;

    private static RunningGateway gateway;
    private static SigningRoom abc;
    private static TestBank abcPen;
    private static TestBank ccb;

    @BeforeAll
    static void start() {
        gateway = RunningGateway.get();
        abc = TestIdentities.room("abc");
        SigningRoom ccbRoom = TestIdentities.room("ccb");
        abcPen = gateway.bank("abc", abc);
        ccb = gateway.bank("ccb", ccbRoom);
        Standings.open(gateway.context, new PartnerId("abc"));
        Standings.open(gateway.context, new PartnerId("ccb"));
    }

    @Test
    void takesApplicationsOverOneTcpConnectionAndSaysWhatBecameOfThem() throws Exception {
        try (Socket line = line()) {
            Letter first = abcLetter(application());
            Letter second = abcLetter(application());
            write(line, first.body(), second.body());
            assertThat(answer(line, first).reply()).isInstanceOf(Reply.Accepted.class);
            assertThat(answer(line, second).reply()).isInstanceOf(Reply.Accepted.class);
            write(line, first.body());
            assertThat(answer(line, first).reply()).isInstanceOf(Reply.Accepted.class);
            assertThat(gateway.journal("received", first.id().value())).containsExactly("accepted", "accepted");
            assertThat(said(line, new StatusEnquiry("NEVER", Operation.LOAN_APPLICATION))).contains("<OrigStatus>3</OrigStatus>");
        }
    }

    /** This bank's folder asks for it: {@code repeat-answer: rewrapped}. */
    @Test
    void takesAnApplicationInAFormOnceAndSignsTheSameWordAfreshForARepeat() throws Exception {
        LoanApplication application = application();
        Letter letter = ccbLetter(application);
        Answer first = ccb.send(letter);
        assertThat(first.reply()).isInstanceOf(Reply.Accepted.class);
        assertThat(first.verified()).isTrue();
        Answer repeated = ccb.send(letter);
        assertThat(repeated.body()).isNotEqualTo(first.body());
        assertThat(repeated.verified()).isTrue();
        assertThat(repeated.reply()).isEqualTo(first.reply());
        assertThat(gateway.journal("received", letter.id().value())).containsExactly("accepted", "accepted");
        assertThat(ccb.send(ccbLetter(application)).reply()).isEqualTo(first.reply());
    }

    /** What may be wrong with a document, and what is told. */
    record Spoilt(String what, String from, String to, FailureCode told) {
        @Override
        public String toString() {
            return what;
        }
    }

    static List<Spoilt> spoilt() {
        String bomb = "<!DOCTYPE r [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>";
        return List.of(
                new Spoilt("a document type", "<ROOT>", "<!DOCTYPE r SYSTEM \"http://127.0.0.1:1/\"><ROOT>", FailureCode.FRAME_UNREADABLE),
                new Spoilt("a bomb of entities", "<ROOT>", bomb + "<ROOT>", FailureCode.FRAME_UNREADABLE),
                new Spoilt("an entity nobody declared", "<BODY>", "<BODY><x>&c;</x>", FailureCode.FRAME_UNREADABLE),
                new Spoilt("deep nesting", "<BODY>", "<BODY>" + "<x>".repeat(200) + "</x>".repeat(200), FailureCode.FRAME_TOO_DEEP),
                new Spoilt("an element twice", "<BODY>", "<ID>X</ID><BODY>", FailureCode.MEMBER_DUPLICATE),
                new Spoilt("a content twice", "<BODY>", "<BODY></BODY><BODY>", FailureCode.MEMBER_DUPLICATE),
                new Spoilt("an attribute", "<BODY>", "<BODY id='x'>", FailureCode.FRAME_UNREADABLE),
                new Spoilt("an element nobody agreed on", "<BODY>", "<x>1</x><BODY>", FailureCode.FIELD_UNEXPECTED),
                new Spoilt("half a character", "</BODY>", "\uE000</BODY>", FailureCode.CHARSET_WRONG),
                new Spoilt("no message number", "<ID>", "<ID></ID><y>", FailureCode.FRAME_UNREADABLE),
                new Spoilt("a document that ends too early", "</ROOT>", "", FailureCode.FRAME_UNREADABLE),
                new Spoilt("something after the end", "</ROOT>", "</ROOT><ROOT/>", FailureCode.FRAME_UNREADABLE),
                new Spoilt("a changed message number", "<ID>", "<ID>9", FailureCode.SIGNATURE_INVALID));
    }

    @ParameterizedTest
    @MethodSource("spoilt")
    void refusesASpoiltDocumentOfEveryFamilyOverTcpAndTheConnectionGoesOn(Spoilt spoilt) throws Exception {
        try (Socket line = line()) {
            for (CanonicalMessage message : families()) {
                Letter letter = abcLetter(message);
                byte[] document = java.util.Arrays.copyOfRange(letter.body(), HEADER, letter.body().length);
                write(line, framed(spoil(spoilt, document, GBK, Map.of("ROOT", "ap", "BODY", "HFData", "ID", "ReqSeqNo"))));
                assertThat(text(line)).contains("<ErrCode>" + spoilt.told().code() + "</ErrCode>");
            }
            Letter good = abcLetter(application());
            write(line, good.body());
            assertThat(answer(line, good).reply()).isInstanceOf(Reply.Accepted.class);
        }
    }

    @ParameterizedTest
    @MethodSource("spoilt")
    void refusesASpoiltDocumentOfEveryFamilyInAForm(Spoilt spoilt) throws Exception {
        for (CanonicalMessage message : families()) {
            Letter letter = ccbLetter(message);
            String form = new String(letter.body(), StandardCharsets.US_ASCII);
            byte[] document = URLDecoder.decode(form.substring("requestXml=".length()), GB18030).getBytes(GB18030);
            byte[] bad = spoil(spoilt, document, GB18030, Map.of("ROOT", "TX", "BODY", "TX_INFO", "ID", "REQUEST_SN"));
            String field = "requestXml=" + URLEncoder.encode(new String(bad, StandardCharsets.ISO_8859_1), StandardCharsets.ISO_8859_1);
            byte[] answer = ccb.post(letter.path(), letter.headers(), field.getBytes(StandardCharsets.US_ASCII)).body();
            assertThat(new String(answer, GB18030)).contains("<ERR_CODE>" + spoilt.told().code() + "</ERR_CODE>");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "a length one too long,      '%d', 1,  FRAME_UNREADABLE",
        "a length one too short,     '%d', -1, FRAME_UNREADABLE",
        "a length over the limit,    '%d', 990000, FRAME_TOO_LARGE",
        "an encrypted message,       '1%d', 0, FRAME_UNREADABLE",
        "a length that is no number, 'x%d', 0, FRAME_UNREADABLE"
    })
    void answersAHeaderThatLiesAndEndsTheConnection(String what, String length, int lie, FailureCode told) throws Exception {
        byte[] body = abcLetter(application()).body();
        int announced = lie > 1000 ? lie : body.length - HEADER + lie;
        String flag = length.startsWith("1") ? "1" : "0";
        String number = (length.startsWith("x") ? "x" : "") + announced;
        byte[] header = (flag + String.format("%-6s", number)).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(header, 0, body, 0, HEADER);
        try (Socket line = line()) {
            write(line, body);
            line.shutdownOutput();
            assertThat(text(line)).contains("<ErrCode>" + told.code() + "</ErrCode>");
        }
        try (Socket line = line()) {
            Letter good = abcLetter(application());
            write(line, good.body());
            assertThat(answer(line, good).reply()).isInstanceOf(Reply.Accepted.class);
        }
    }

    @Test
    void refusesAnotherBanksConnectionAndAnUnknownTransaction() throws Exception {
        Letter letter = abcLetter(application());
        byte[] unknown = framed(new String(letter.body(), HEADER, letter.body().length - HEADER, GBK).replace("CHFD02", "CHFD77").getBytes(GBK));
        try (Socket line = line()) {
            write(line, unknown);
            assertThat(text(line)).contains(FailureCode.OPERATION_UNKNOWN.code()).contains("CHFD02");
        }
        try (Socket line = gateway.line(new PartnerId("abc"), gateway.other, "otherbank-tls-client")) {
            write(line, letter.body());
            assertThat(text(line)).contains(FailureCode.CHANNEL_IDENTITY_MISMATCH.code());
        }
    }

    private static List<CanonicalMessage> families() {
        return List.of(
                application(), new ApplicationWithdrawal("NONE0001", "另行选房", "T0042"), new StatusEnquiry("NEVER", Operation.LOAN_APPLICATION));
    }

    private static byte[] spoil(Spoilt spoilt, byte[] document, Charset charset, Map<String, String> names) {
        String from = named(spoilt.from(), names);
        String text = new String(document, charset);
        assertThat(text).contains(from);
        String bad = text.replace(from, named(spoilt.to(), names));
        int half = bad.indexOf('\uE000');
        byte[] bytes = bad.replace("\uE000", "\u007f").getBytes(charset);
        if (half >= 0) {
            bytes[new String(bytes, StandardCharsets.ISO_8859_1).indexOf('\u007f')] = (byte) 0xb9;
        }
        return bytes;
    }

    private static String named(String text, Map<String, String> names) {
        String named = text;
        for (Map.Entry<String, String> name : new LinkedHashMap<>(names).entrySet()) {
            named = named.replaceAll("(</?)" + name.getKey() + "\\b", "$1" + name.getValue());
        }
        return named;
    }

    private static byte[] framed(byte[] document) {
        byte[] frame = java.util.Arrays.copyOf(String.format("0%-6d", document.length).getBytes(StandardCharsets.US_ASCII), HEADER + document.length);
        System.arraycopy(document, 0, frame, HEADER, document.length);
        return frame;
    }

    private static Socket line() throws Exception {
        return gateway.line(new PartnerId("abc"), abc, "abc-tls-client");
    }

    private static void write(Socket line, byte[]... frames) throws IOException {
        java.io.ByteArrayOutputStream merged = new java.io.ByteArrayOutputStream();
        for (byte[] frame : frames) {
            merged.write(frame);
        }
        line.getOutputStream().write(merged.toByteArray());
        line.getOutputStream().flush();
    }

    private static byte[] frame(Socket line) throws IOException {
        byte[] header = line.getInputStream().readNBytes(HEADER);
        int length = Integer.parseInt(new String(header, 1, 6, StandardCharsets.US_ASCII).strip());
        byte[] frame = java.util.Arrays.copyOf(header, HEADER + length);
        assertThat(line.getInputStream().readNBytes(frame, HEADER, length)).isEqualTo(length);
        return frame;
    }

    private static String text(Socket line) throws IOException {
        byte[] frame = frame(line);
        return new String(frame, HEADER, frame.length - HEADER, GBK);
    }

    private static String said(Socket line, CanonicalMessage message) throws Exception {
        write(line, abcLetter(message).body());
        return text(line);
    }

    private static Answer answer(Socket line, Letter letter) throws IOException {
        Dialect bank = gateway.dialect("abc").mirrored();
        byte[] frame = frame(line);
        FramedReply framed = bank.openReply(200, Map.of(), frame);
        boolean verified = abc.signing()
                .verify(
                        bank.descriptor().signing().named(framed.signType()).profile().mirrored(),
                        List.of("centre-sm2-sign"),
                        framed.signingInput(),
                        framed.signature(),
                        Instant.now())
                .accepted();
        assertThat(verified).isTrue();
        return new Answer(200, frame, bank.decodeReply(letter.operation(), letter.id(), framed), verified);
    }

    private static Letter abcLetter(CanonicalMessage message) {
        return abcPen.letter(message, id(), Instant.now(), "abc-sm2-sign");
    }

    private static Letter ccbLetter(CanonicalMessage message) {
        return ccb.letter(message, id(), Instant.now(), "ccb-sm2-sign");
    }

    private static LoanApplication application() {
        return InventedApplications.application("W", NUMBER.incrementAndGet(), LocalDate.now());
    }

    private static MessageId id() {
        return new MessageId("WIRE" + System.nanoTime());
    }
}
