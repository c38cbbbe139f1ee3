package io.jinqiao.workbench.simulate.credit.enquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jinqiao.support.TestIdentities;
import io.jinqiao.workbench.simulate.bank.BankKeys;
import io.jinqiao.workbench.simulate.bank.DetachedSignature;
import io.jinqiao.workbench.simulate.bank.Packet;
import io.jinqiao.workbench.simulate.bank.Spoken;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the Center says to enquiries, right ones and wrong ones, and how it misbehaves. */
class EnquiryDeskTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-10-01T08:30:00Z"), ZoneOffset.UTC);
    private static final String NOBODY = "999999198502026003";
    private static final String CLEAN = "999999198502026011";
    private static final String TWO_HOMES = "999999198502026054";
    private static final BankKeys KEYS = new BankKeys(TestIdentities.made());

    private final List<String> told = new ArrayList<>();
    private EnquirySettings settings = EnquirySettings.usual();
    private EnquiryDesk desk = desk(settings);
    private Asker asker = new Asker(KEYS, settings);

    private EnquiryDesk desk(EnquirySettings agreed) {
        return new EnquiryDesk(agreed, KEYS, CLOCK, told::add);
    }

    private void agree(EnquirySettings agreed) {
        settings = agreed;
        desk = desk(agreed);
        asker = new Asker(KEYS, agreed);
    }

    private String ask(String message) {
        return Asker.string(Objects.requireNonNull(desk.take(new Packet("", "", Asker.envelope(Operations.PERSONAL, message))).packet()).body());
    }

    private String code(String message) {
        return Asker.item(ask(message), "ResultCode");
    }

    private static boolean verifies(EnquirySettings agreed, String answer, Charset charset) throws Refused {
        Message message = Message.split(answer, agreed.signature());
        return DetachedSignature.verifies(KEYS, agreed.ourKey(), (message.head() + message.body()).getBytes(charset), message.signature());
    }

    @ParameterizedTest
    @MethodSource("agreements")
    void answersWithAReportInEveryFormThatIsAgreed(EnquirySettings agreed) throws Exception {
        agree(agreed);
        String answer = ask(asker.message(TWO_HOMES));
        assertThat(answer).startsWith("B2.0.0B0000000000001D19999999H000120261001083000D1022026100100000001").hasSizeGreaterThan(Head.LENGTH);
        assertThat(answer.substring(68, 80)).isEqualTo(agreed.head().tail());
        assertThat(verifies(agreed, answer, StandardCharsets.UTF_8)).isTrue();
        assertThat(Asker.item(answer, "ResultCode")).isEqualTo("AAA000");
        assertThat(Asker.report(answer)).contains("<PA01BQ01>测试丙</PA01BQ01>", "<PA01BI01>" + TWO_HOMES, "<PD01AD02>52</PD01AD02>", "<PHF><PF05>");
    }

    static Stream<EnquirySettings> agreements() {
        EnquirySettings usual = EnquirySettings.usual();
        return Stream.of(usual, usual.with(HeadForm.ZEROS), usual.with(SignatureForm.LINE_END), usual.rsa());
    }

    @Test
    void nothingKnownIsAnAnswerOfItsOwn() {
        assertThat(ask(asker.message(NOBODY))).contains("<ResultCode>AAA001</ResultCode>", "<ReportMessage></ReportMessage>");
        desk.people().introduce("10", NOBODY, Profile.OVERDUE);
        assertThat(code(asker.message(NOBODY))).isEqualTo("AAA000");
    }

    @Test
    void aLineEndThatWasNotEscapedIsLostOnTheWay() {
        byte[] envelope = Asker.envelope(Operations.PERSONAL, asker.message(CLEAN), text -> text);
        assertThat(Asker.string(Objects.requireNonNull(desk.take(new Packet("", "", envelope)).packet()).body())).contains("<ResultCode>ABM008</ResultCode>");
    }

    @ParameterizedTest
    @MethodSource("wrongOnes")
    void refusesWhatIsWrong(String code, Consumer<Asker> spoil) {
        spoil.accept(asker);
        assertThat(code(asker.message(CLEAN))).isEqualTo(code);
        assertThat(desk.enquiries()).isZero();
    }

    static Stream<Arguments> wrongOnes() {
        return Stream.of(
                wrong("ABE001", a -> a.password = "invented-9"),
                wrong("ABE002", a -> a.user = "gjj09"),
                wrong("ABE003", a -> {
                    a.user = "gjj02";
                    a.password = "invented-2";
                }),
                wrong("ABM006", a -> a.type = "D103"),
                wrong("ABM009", a -> a.organisation = "D19999999H0002"),
                wrong("ABF003", a -> a.reason = "99"));
    }

    private static Arguments wrong(String code, Consumer<Asker> spoil) {
        return Arguments.of(code, spoil);
    }

    @ParameterizedTest
    @CsvSource({"0, X, ABM001", "1, 1.0.0, ABM002", "6, D18888888H0001, ABM003", "20, B0000000000002, ABM004", "34, 20261301083000, ABM005", "52, 20269901, ABM007", "68, 1, ABM008"})
    void refusesAWrongHead(int at, String wrong, String code) {
        String head = asker.head();
        String spoilt = head.substring(0, at) + wrong + head.substring(at + wrong.length());
        assertThat(code(asker.signed(spoilt + asker.body(CLEAN)))).isEqualTo(code);
    }

    @Test
    void refusesWhatWasSignedOverOtherBytes() {
        String text = asker.head() + asker.body(CLEAN);
        String other = asker.signed(asker.head() + asker.body(NOBODY));
        assertThat(code(text + other.substring(other.lastIndexOf("{S:")))).isEqualTo("ABM010");
        byte[] gb = DetachedSignature.of(KEYS, settings.theirKey(), text.getBytes(Charset.forName("GB18030")));
        assertThat(code(text + "{S:" + Base64.getEncoder().encodeToString(gb) + ":S}")).isEqualTo("ABM010");
        assertThat(code(text)).isEqualTo("ABM010");
        assertThat(code(asker.signed(text).replace(":S}", "}\r\n"))).isEqualTo("ABM010");
        assertThat(code("B2.0.0")).isEqualTo("ABM001");
    }

    @Test
    void threeWrongPasswordsLockAUser() {
        asker.password = "invented-9";
        for (int i = 0; i < 3; i++) {
            assertThat(code(asker.message(CLEAN))).isEqualTo("ABE001");
        }
        asker.password = "invented-1";
        assertThat(code(asker.message(CLEAN))).isEqualTo("ABE004");
        desk.calm();
        assertThat(code(asker.message(CLEAN))).isEqualTo("AAA000");
    }

    @Test
    void oneMessageIdIsOneEnquiry() {
        String first = ask(asker.message(CLEAN));
        assertThat(Asker.item(ask(asker.again(CLEAN)), "ReportName")).isEqualTo(Asker.item(first, "ReportName"));
        assertThat(desk.enquiries()).isEqualTo(1);
        assertThat(code(asker.again(TWO_HOMES))).isEqualTo("ABM011");
    }

    @Test
    void whatIsStillProcessedComesWithTheSameMessageId() {
        desk.trick(Trick.BUSY, null, 1);
        assertThat(code(asker.message(CLEAN))).isEqualTo("ATO001");
        assertThat(desk.enquiries()).isZero();
        desk.trick(Trick.PROCESSING, CLEAN, 2);
        assertThat(code(asker.again(CLEAN))).isEqualTo("ATO002");
        assertThat(code(asker.again(CLEAN))).isEqualTo("ATO002");
        assertThat(code(asker.again(CLEAN))).isEqualTo("AAA000");
        assertThat(desk.enquiries()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"COMMUNICATION, ATO003", "DATABASE, ATO004", "SYSTEM, ATO005", "OTHER, ATO999", "OUT_OF_HOURS, ABO001"})
    void technicalFailuresAreCodes(Trick trick, String code) {
        desk.trick(trick, null, 1);
        assertThat(code(asker.message(CLEAN))).isEqualTo(code);
    }

    @Test
    void signaturesThatDoNotHold() throws Exception {
        desk.trick(Trick.RE_ENCODED, null, 1);
        String reEncoded = ask(asker.message(CLEAN));
        assertThat(verifies(settings, reEncoded, StandardCharsets.UTF_8)).isFalse();
        assertThat(verifies(settings, reEncoded, Charset.forName("GB18030"))).isTrue();
        desk.trick(Trick.BAD_SIGNATURE, null, 1);
        assertThat(verifies(settings, ask(asker.message(CLEAN)), StandardCharsets.UTF_8)).isFalse();
        desk.trick(Trick.UNSIGNED, null, 1);
        assertThat(ask(asker.message(CLEAN))).doesNotContain("{S:");
    }

    @Test
    void headsThatDoNotFit() {
        desk.trick(Trick.SHORT_HEAD, null, 1);
        assertThat(ask(asker.message(CLEAN)).indexOf("<Document>")).isEqualTo(79);
        desk.trick(Trick.OTHER_HEAD, null, 1);
        assertThat(ask(asker.message(CLEAN)).substring(48, 52)).isEqualTo("D104");
    }

    @Test
    void reportsThatCannotBeRead() throws Exception {
        desk.trick(Trick.NOT_GZIP, null, 1);
        String plain = ask(asker.message(CLEAN));
        assertThatThrownBy(() -> Asker.report(plain)).isInstanceOf(ZipException.class);
        desk.trick(Trick.TRUNCATED, null, 1);
        String cut = ask(asker.message(CLEAN));
        assertThatThrownBy(() -> Asker.report(cut)).isInstanceOf(IllegalArgumentException.class);
        desk.trick(Trick.NOT_XML, null, 1);
        assertThat(Asker.report(ask(asker.message(CLEAN)))).isEqualTo("no report at all");
        desk.trick(Trick.OTHER_PERSON, null, 1);
        assertThat(Asker.report(ask(asker.message(CLEAN)))).doesNotContain(CLEAN).contains("999999198502020015");
    }

    @Test
    void aBombIsSmallOnTheLineAndLargeWhenItUnfolds() throws Exception {
        desk.trick(Trick.BOMB, null, 1);
        String bomb = ask(asker.message(CLEAN));
        assertThat(bomb.length()).isLessThan(2 << 20);
        byte[] bytes = Base64.getDecoder().decode(Asker.item(bomb, "ReportMessage"));
        try (var in = new java.util.zip.GZIPInputStream(new java.io.ByteArrayInputStream(bytes))) {
            assertThat(in.skip(200L << 20)).isEqualTo(200L << 20);
        }
    }

    @ParameterizedTest
    @EnumSource(value = Trick.class, names = {"SILENT", "HALF", "TWICE", "SLOW", "LATE", "GARBAGE"})
    void linesThatMisbehave(Trick trick) {
        desk.trick(trick, null, 1);
        Spoken spoken = desk.take(new Packet("", "", Asker.envelope(Operations.PERSONAL, asker.message(CLEAN))));
        assertThat(spoken.packet() == null).isEqualTo(trick == Trick.SILENT);
        assertThat(spoken.how().name()).isEqualTo(trick == Trick.HALF || trick == Trick.TWICE ? trick.name() : "WHOLE");
        assertThat(spoken.after().isZero()).isEqualTo(trick != Trick.SLOW && trick != Trick.LATE);
        assertThat(code(asker.message(CLEAN))).as("once").isEqualTo("AAA000");
    }

    @Test
    void whoeverWatchesLearnsOfNoPerson() {
        ask(asker.message(CLEAN));
        ask("B");
        assertThat(told).hasSize(2).allSatisfy(line -> assertThat(line).doesNotContain(CLEAN).doesNotContain(Asker.NAME));
    }

    @Test
    void answersWhatIsNoRequestWithAFault() {
        for (byte[] wrong : List.of("<!DOCTYPE a><a/>".getBytes(StandardCharsets.UTF_8), new byte[0], Asker.envelope("bsCreditReportQueryReq", "B"))) {
            assertThat(new String(Objects.requireNonNull(desk.take(new Packet("", "", wrong)).packet()).body(), StandardCharsets.UTF_8)).contains("soap:Fault");
        }
    }
}
