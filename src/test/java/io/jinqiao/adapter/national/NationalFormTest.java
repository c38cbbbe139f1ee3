package io.jinqiao.adapter.national;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jinqiao.adapter.MemoryFolders;
import io.jinqiao.adapter.WireRequest;
import io.jinqiao.adapter.codec.Dialect;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Money;
import io.jinqiao.message.MortgageApplication;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.RegisterEntry;
import io.jinqiao.message.RegistrationEntry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What vendors do to the national message form, and what is made of it. The documents here are written by hand. */
class NationalFormTest {
    private static final String HEAD = "<BizMsgID>371302230615000128</BizMsgID>\r\n<DigitalSign>00</DigitalSign><ASID>AS100</ASID><RecType>9000101</RecType>"
            + "<RegType>100</RegType><CreateDate>2026-12-03T10:30:18</CreateDate><RecFlowID>20261201000001</RecFlowID><ApplyNo>DJ2026000001</ApplyNo><ApplyKind>02</ApplyKind>";
    private static final String MORTGAGE = record("371302001001GB00012F00030045", "0001234", "60.0000");
    private static final String HOLDER = "<ZTT_GY_QLR QLRMC='示例市住房公积金管理中心' ZJH='12371300MB2F7Q3140' BDCQZH='鲁(2023)示例市不动产证明第0001234号'/>";
    private static final Dialect R1 = National.dialect(new MemoryFolders());
    private static final Dialect R2 = National.dialect(National.editionR2());

    @Test
    void readsAResultWithEverythingVendorsAdd() {
        String head = HEAD.replace("<RegType>", "<IsRoutine>1</IsRoutine><Mark/><RightType>99</RightType><RegType>");
        String others = "<DJT_DJ_SLSQ YSDM='6004010000' YWH=''/><QLF_XZDY XZLX='1'/>";

        RegistrationEntry entry = read(R1, message(head, MORTGAGE + others + MORTGAGE.replace("30045", "30046").replace("1234", "1235")));

        assertThat(entry.noticeNo()).isEqualTo("371302230615000128");
        assertThat(entry.kind()).isEqualTo(MortgageApplication.Kind.MORTGAGE);
        assertThat(entry.entry().amount()).isEqualTo(new Money(60_000_000L));
        assertThat(entry.entry().proofs()).hasSize(2).allMatch(proof -> proof.right() == RegisterEntry.Right.MORTGAGE);
    }

    @Test
    void textBesideElementsInTheHeadIsRefusedAtOnce() {
        for (String group : List.of("<Vendor>text<A/></Vendor>", "<Vendor><A/>text</Vendor>")) {
            assertThat(catchThrowableOfType(Refusal.class, () -> read(R1, message(HEAD + group, MORTGAGE)))).isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"<Vendor><A>1</A></Vendor>", "<Vendor><A><B>1</B></A><C/></Vendor>"})
    void aGroupInTheHeadNobodyAgreedOnIsPassedOver(String group) {
        assertThat(read(R1, message(HEAD.replace("<RegType>", group + "<RegType>"), MORTGAGE))).isEqualTo(read(R1, message(HEAD, MORTGAGE)));
        assertThat(read(R1, message(HEAD + group, MORTGAGE))).as("the last of the head").isEqualTo(read(R1, message(HEAD, MORTGAGE)));
    }

    @Test
    void theOrderOfElementsMeansNothing() {
        String turned = "<ApplyKind>02</ApplyKind><ApplyNo>DJ2026000001</ApplyNo><RecFlowID>20261201000001</RecFlowID><CreateDate>2026-12-03T10:30:18</CreateDate>"
                + "<RegType>100</RegType><RecType>9000101</RecType><ASID>AS100</ASID><BizMsgID>371302230615000128</BizMsgID><DigitalSign>00</DigitalSign>";
        String inOrder = message(HEAD, MORTGAGE);
        String dataFirst = "<Message><Data>" + HOLDER + MORTGAGE + "</Data><Head>" + turned + "</Head></Message>";

        assertThat(read(R1, dataFirst)).isEqualTo(read(R1, inOrder));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-12-03T10:30:18", "2026-12-03T10:30:18+08:00", "2026-12-03T02:30:18Z", "2026-12-03T10:30:18.000", "2026-12-03T11:30:18.0+09:00"})
    void aTimeWithoutAZoneIsMeantInTheAgreedOne(String written) {
        RegistrationEntry entry = read(R1, message(HEAD.replace("2026-12-03T10:30:18", written), MORTGAGE));
        assertThat(entry.entry().enteredAt()).isEqualTo(Instant.parse("2026-12-03T02:30:18Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "无", ""})
    void aPlaceholderIsNoValue(String placeholder) {
        assertThat(problems(R1, message(HEAD, MORTGAGE.replace("张示例", placeholder))))
                .containsExactly(new Problem(FailureCode.FIELD_MISSING, "entry.proofs[0].obligors", "Data.QLF_QL_DYAQ[0].DYR", List.of()));
        assertThat(read(R1, message(HEAD, MORTGAGE.replace("60.0000", placeholder))).entry().amount()).isNull();
        assertThat(problems(R1, message(HEAD.replace("DJ2026000001", placeholder), MORTGAGE))).extracting(Problem::field).containsExactly("caseNo");
    }

    @Test
    void aNoughtIsNoValueWhereTheTableSaysSoOnly() {
        assertThat(problems(R1, message(HEAD.replace(">20261201000001<", ">0<"), MORTGAGE)))
                .containsExactly(new Problem(FailureCode.FIELD_MISSING, "registryNo", "Head.RecFlowID", List.of()));
        assertThat(read(R1, message(HEAD, MORTGAGE.replace("60.0000", "0"))).entry().amount()).isEqualTo(new Money(0));
    }

    @Test
    void twoAmountsOfOneMortgageAreNoAmount() {
        String second = MORTGAGE.replace("30045", "30046").replace("60.0000", "61.0000");
        assertThat(problems(R1, message(HEAD, MORTGAGE + second)))
                .containsExactly(new Problem(FailureCode.FIELDS_DISAGREE, "entry.amount", "Data.QLF_QL_DYAQ[1].BDBZZQSE", List.of("Data.QLF_QL_DYAQ[0].BDBZZQSE")));
    }

    @ParameterizedTest
    @CsvSource({
        "60, 60000000", "60.0, 60000000", "0.0001, 100", "99999999.9999, 99999999999900"
    })
    void moneyIsInTenThousandYuan(String written, long fen) {
        assertThat(read(R1, message(HEAD, MORTGAGE.replace("60.0000", written))).entry().amount()).isEqualTo(new Money(fen));
    }

    @Test
    void aPreNoticeNeverReadsAsAMortgage() {
        String head = HEAD.replace("9000101", "7000101").replace(">100<", ">700<").replace("<ApplyKind>02", "<ApplyKind>01");
        String notices = notice("2", "0000002") + notice("4", "0000003") + "<QLF_QL_DYAQ BDBZZQSE='60.0000' BDCDYH='371302001001GB00012F00030045'/>";

        RegistrationEntry entry = read(R1, message(head, notices));

        assertThat(entry.entry().proofs()).extracting(RegisterEntry.Proof::right)
                .containsExactly(RegisterEntry.Right.PURCHASE_PRE_NOTICE, RegisterEntry.Right.MORTGAGE_PRE_NOTICE);
        assertThat(problems(R1, message(HEAD.replace("<ApplyKind>02", "<ApplyKind>01"), notices))).extracting(Problem::theirField)
                .contains("Head.RecType", "Head.RegType");
    }

    /** QDJG is the price of the purchase and the debt of the mortgage. */
    @Test
    void aPreNoticeTellsForHowMuchItStands() {
        String head = HEAD.replace("9000101", "7000101").replace(">100<", ">700<").replace("<ApplyKind>02", "<ApplyKind>01");
        RegisterEntry entry = read(R1, message(head, notice("1", "0000002") + notice("3", "0000003").replace("120.0000", "60.0000"))).entry();
        assertThat(entry.amount()).isNull();
        assertThat(entry.debt()).isEqualTo(new Money(60_000_000L));
        assertThat(entry.proofs()).extracting(RegisterEntry.Proof::amount).containsExactly(new Money(120_000_000L), new Money(60_000_000L));
    }

    /** The registry puts right what it entered, or enters that the right passed on. */
    @ParameterizedTest
    @CsvSource({"R1, 9000101, 500, 02", "R1, 9000101, 200, 02", "R2, 5003701, 500, 02", "R2, 2003701, 200, 03", "R2, 5003701, 500, 04", "R1, 7000101, 500, 01"})
    void aCorrectionIsHeard(String edition, String code, String type, String kind) {
        String head = HEAD.replace("9000101", code).replace(">100<", ">" + type + "<").replace("<ApplyKind>02", "<ApplyKind>" + kind);
        String records = kind.equals("01") ? notice("1", "0000002") + notice("3", "0000003") : MORTGAGE;
        assertThat(read(edition.equals("R1") ? R1 : R2, message(head, records)).entry().proofs()).isNotEmpty();
    }

    @Test
    void aCancellationBringsNoProofThoughItsRecordIsThere() {
        String head = HEAD.replace(">100<", ">400<").replace("<ApplyKind>02", "<ApplyKind>05");
        RegistrationEntry entry = read(R1, message(head, MORTGAGE.replace("QSZT='1'", "QSZT='2' ZXDYYY='主债权消灭'")));
        assertThat(entry.kind()).isEqualTo(MortgageApplication.Kind.CANCELLATION);
        assertThat(entry.entry().proofs()).isEmpty();
    }

    /** A pre-notice that never became a mortgage is cancelled under its own business code. */
    @Test
    void theEndOfAPreNoticeIsACancellationToo() {
        String head = HEAD.replace("9000101", "7000101").replace(">100<", ">400<").replace("<ApplyKind>02", "<ApplyKind>05");
        String ended = notice("1", "0000002").replace("QSZT='1'", "QSZT='2'") + notice("3", "0000003").replace("QSZT='1'", "QSZT='2'");
        for (Dialect edition : List.of(R1, R2)) {
            RegistrationEntry entry = read(edition, message(head, ended));
            assertThat(entry.kind()).isEqualTo(MortgageApplication.Kind.CANCELLATION);
            assertThat(entry.entry().proofs()).isEmpty();
        }
        assertThat(problems(R1, message(head.replace(">400<", ">700<"), ended))).extracting(Problem::theirField).containsExactly("Head.RegType");
        assertThat(problems(R1, message(HEAD.replace("9000101", "7000101"), MORTGAGE))).as("of a mortgage it is no code").extracting(Problem::theirField).containsExactly("Head.RecType");
    }

    @Test
    void whoHoldsTheRightAndInWhichStateItIsAreRead() {
        RegisterEntry entry = read(R1, message(HEAD, MORTGAGE.replace("QSZT='1'", "QSZT='2'"))).entry();
        assertThat(entry.holders()).containsExactly(new RegisterEntry.Holder("示例市住房公积金管理中心", "12371300MB2F7Q3140", "鲁(2023)示例市不动产证明第0001234号"));
        assertThat(entry.proofs()).extracting(RegisterEntry.Proof::state).containsExactly(RegisterEntry.RightState.HISTORIC);
        String nobody = message(HEAD, MORTGAGE).replace(HOLDER, "");
        assertThat(problems(R1, nobody)).containsExactly(new Problem(FailureCode.FIELD_MISSING, "entry.holders", "Data.ZTT_GY_QLR", List.of()));
        assertThat(problems(R1, message(HEAD, MORTGAGE.replace(" QSZT='1'", "")))).extracting(Problem::field).containsExactly("entry.proofs[0].state");
    }

    @ParameterizedTest
    @CsvSource({"JEDW='2', ''", "JEDW='万元', ''", "JEDW='', ''", "JEDW='/', ''", "BZ='1', ''", "BZ='CNY', ''", "JEDW='1', JEDW", "JEDW='元', JEDW", "BZ='USD', BZ", "BZ='2', BZ"})
    void anAmountInAnotherUnitOrCurrencyIsRefused(String attribute, String refused) {
        String r2 = message(HEAD.replace("9000101", "1003701"), MORTGAGE.replace("QSZT=", attribute + " QSZT="));
        if (refused.isEmpty()) {
            assertThat(read(R2, r2).entry().amount()).isEqualTo(new Money(60_000_000L));
        } else {
            assertThat(problems(R2, r2)).extracting(Problem::theirField).containsExactly("Data.QLF_QL_DYAQ[0]." + refused);
        }
        String notices = notice("1", "0000002") + notice("3", "0000003") + "<QLF_QL_DYAQ BDBZZQSE='60.0000' " + attribute + "/>";
        String preNotices = message(HEAD.replace("9000101", "7000101").replace(">100<", ">700<").replace("<ApplyKind>02", "<ApplyKind>01"), notices);
        if (refused.isEmpty()) {
            assertThat(read(R2, preNotices).entry().amount()).isEqualTo(new Money(60_000_000L));
        } else {
            assertThat(problems(R2, preNotices)).extracting(Problem::theirField).containsExactly("Data.QLF_QL_DYAQ." + refused);
        }
    }

    @Test
    void theBusinessCodeOfTheOtherEditionIsRefusedAndBothAreNamed() {
        String r2 = message(HEAD.replace("9000101", "1003701"), MORTGAGE);
        assertThat(problems(R1, r2)).containsExactly(Problem.of(FailureCode.EDITION_WRONG, "1003701", "R2", "R1"));
        assertThat(read(R2, r2).kind()).isEqualTo(MortgageApplication.Kind.MORTGAGE);
        assertThat(problems(R2, message(HEAD, MORTGAGE))).containsExactly(Problem.of(FailureCode.EDITION_WRONG, "9000101", "R1", "R2"));
        assertThat(problems(R1, message(HEAD.replace("9000101", "8000101"), MORTGAGE))).extracting(Problem::code).containsExactly(FailureCode.OPERATION_UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "<!DOCTYPE r [<!ENTITY a 'lol'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;'>]><Message> | <Message> | FRAME_UNREADABLE",
        "<!DOCTYPE r SYSTEM 'http://127.0.0.1:1/x.dtd'><Message> | <Message> | FRAME_UNREADABLE",
        "<Data>&c; | <Data> | FRAME_UNREADABLE",
        "<Data><x> | <Data> | FRAME_UNREADABLE",
        "<Data>text | <Data> | FRAME_UNREADABLE",
        "<Data>text< | <Data>< | FRAME_UNREADABLE",
        "<Data a='1'> | <Data> | FRAME_UNREADABLE",
        "<ASID x='1'> | <ASID> | FRAME_UNREADABLE",
        "<RegType>200</RegType><RegType> | <RegType> | MEMBER_DUPLICATE",
        "<Data></Data><Data> | <Data> | MEMBER_DUPLICATE",
        "<ASID>AS200 | <ASID>AS100 | FIELD_WRONG_FORM",
        "<BizMsgID></BizMsgID><x>371302230615000128</x> | <BizMsgID>371302230615000128</BizMsgID> | ENVELOPE_FIELD_MISSING",
        "DYR='a' DYR= | DYR= | FRAME_UNREADABLE",
        "</Message><x/> | </Message> | FRAME_UNREADABLE"
    })
    void refusesWhatNoMessageIs(String to, String from, FailureCode code) {
        String good = message(HEAD, MORTGAGE);
        assertThat(good).contains(from);
        assertThat(problems(R1, good.replace(from, to))).extracting(Problem::code).contains(code);
    }

    @Test
    void aNamespaceOfTheirOwnAndAVendorsElementMoreThanOnceArePassedOver() {
        RegistrationEntry plain = read(R1, message(HEAD, MORTGAGE));
        assertThat(read(R1, message(HEAD + "<V>1</V><V>2</V>", MORTGAGE))).isEqualTo(plain);
        String named = message(HEAD, MORTGAGE).replace("<Message>", "<Message xmlns='urn:x' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:noNamespaceSchemaLocation='9000101.xsd'>");
        assertThat(read(R1, named)).isEqualTo(plain);
        assertThat(problems(R1, named.replace("xmlns=", "version="))).extracting(Problem::code).containsExactly(FailureCode.FRAME_UNREADABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<ApplyNo>DJX</ApplyNo>", "<RegType>100</RegType>", "<RecType>9000101</RecType>", "<CreateDate>2026-12-03T10:30:18</CreateDate>", "<ASID>AS100</ASID>"})
    void whatWasAgreedStandsOnce(String again) {
        assertThat(problems(R1, message(HEAD + again, MORTGAGE))).extracting(Problem::code).containsExactly(FailureCode.MEMBER_DUPLICATE);
    }

    @Test
    void whatIsTooLargeIsNotToldAsNoXml() {
        for (String large : List.of(MORTGAGE.replace("FJ=''", "FJ='" + "x".repeat(70_000) + "'"), MORTGAGE.replace("/>", IntStream.range(0, 200).mapToObj(i -> " A" + i + "='1'").collect(Collectors.joining()) + "/>"))) {
            assertThat(problems(R1, message(HEAD, large))).singleElement().satisfies(problem -> {
                assertThat(problem.code()).isEqualTo(FailureCode.FRAME_UNREADABLE);
                assertThat(problem.arguments()).singleElement().asString().startsWith("too large: ").matches(".*at most [0-9]+");
            });
        }
    }

    @Test
    void deepNestingAndManyAttributesAreBounded() {
        assertThat(problems(R1, message(HEAD + "<x>".repeat(40) + "</x>".repeat(40), MORTGAGE))).extracting(Problem::code).containsExactly(FailureCode.FRAME_TOO_DEEP);
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            many.append(" A").append(i).append("='1'");
        }
        assertThat(problems(R1, message(HEAD, MORTGAGE.replace("/>", many + "/>")))).extracting(Problem::code).containsExactly(FailureCode.FRAME_UNREADABLE);
    }

    @Test
    void anEnvelopeOfAnotherServiceIsNone() {
        for (String envelope : List.of("<x/>", National.soap("x").replace("submit", "delete"), National.soap("x").replace("urn:jinqiao", "urn:other"), National.soap("x") + "<x/>",
                "<!DOCTYPE r SYSTEM 'http://127.0.0.1:1/'>" + National.soap("x"))) {
            WireRequest request = National.request(envelope.getBytes(StandardCharsets.UTF_8));
            Refusal refused = catchThrowableOfType(Refusal.class, () -> R1.open(request));
            assertThat(refused.problems()).extracting(Problem::code).containsExactly(FailureCode.FRAME_UNREADABLE);
        }
    }

    @Test
    void passesOverHeadersPrefixesAndBlanksOfAnyPeer() {
        String document = message(HEAD, MORTGAGE).replace("&", "&amp;").replace("<", "&lt;");
        String peer = "<?xml version='1.0' encoding='utf-8'?>\n<S:Envelope xmlns:S='http://schemas.xmlsoap.org/soap/envelope/'>\n <S:Header><a:To xmlns:a='urn:a' S:mustUnderstand='0'>x</a:To></S:Header>\n"
                + " <S:Body Id='b'>\n  <submit xmlns='urn:jinqiao:registration'>\n   <message>" + document + "</message>\n  </submit>\n </S:Body>\n</S:Envelope>\n";
        WireRequest request = National.request(peer.getBytes(StandardCharsets.UTF_8));
        assertThat(R1.decode(R1.open(request))).isEqualTo(read(R1, message(HEAD, MORTGAGE)));
    }

    private static String message(String head, String data) {
        return "<Message><Head>" + head + "</Head><Data>" + data + HOLDER + "</Data></Message>";
    }

    private static String record(String unit, String serial, String amount) {
        return "<QLF_QL_DYAQ YSDM='6002030100' BDCDYH='" + unit + "' YWH='20230614000128' DYR='张示例' DYFS='1' BDBZZQSE='" + amount
                + "' BDCDJZMH='鲁(2023)示例市不动产证明第" + serial + "号' QXDM='371302' FJ='' SCYWH='0' QSZT='1'/>";
    }

    private static String notice(String kind, String serial) {
        return "<QLF_QL_YGDJ YGDJZL='" + kind + "' BDCDYH='371302001001GB00012F00030045' YWR='示例开发有限公司' QDJG='120.0000' BDCDJZMH='鲁(2023)示例市不动产证明第" + serial + "号' QSZT='1'/>";
    }

    private static RegistrationEntry read(Dialect dialect, String document) {
        return (RegistrationEntry) dialect.decode(dialect.open(National.request(document)));
    }

    private static List<Problem> problems(Dialect dialect, String document) {
        Refusal refused = catchThrowableOfType(Refusal.class, () -> read(dialect, document));
        assertThat(refused).as("refused").isNotNull();
        return refused.problems();
    }

    @Test
    void theSameMessageComesAsAFile() {
        Dialect files = National.dialect(National.drop());
        byte[] file = message(HEAD, MORTGAGE).getBytes(StandardCharsets.UTF_8);
        var framed = files.open(new WireRequest(National.PARTNER, "", Map.of(), file, false, List.of(), null));
        assertThat(files.decode(framed)).isEqualTo(read(R1, message(HEAD, MORTGAGE)));
        var taken = new io.jinqiao.message.Reply.Accepted(io.jinqiao.message.Content.Group.EMPTY);
        assertThat(new String(files.finishAnswer(files.answer(framed, taken, framed.id(), Instant.EPOCH), "aa").body(), StandardCharsets.UTF_8))
                .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?><respond>");
    }

    @Test
    void aFileProvesItsSenderByItsSignatureAlone() {
        MemoryFolders legacy = National.drop();
        String file = legacy.get(National.FILE).text();
        String profile = "    LEGACY: {algorithm: rsa-sha1-md5, text: hex, our-key: centre-rsa-sign, their-certificates: [registry-xml-rsa-sign]}\n\nwire:";
        legacy.write(National.FILE, file.replace("ours: SM2", "ours: LEGACY").replace("\nwire:", profile));
        assertThat(new io.jinqiao.adapter.Folders(legacy).read(io.jinqiao.adapter.ShippedFolders.DEFAULTS, io.jinqiao.adapter.ShippedFolders.CLOCK).problems())
                .anyMatch(problem -> problem.toString().contains("LEGACY proves nothing alone"));
    }

    @Test
    void anAnswerWithATimeStampIsNeverRepeatedAsItWas() {
        MemoryFolders secured = new MemoryFolders().replace(National.FILE, "    action: urn:jinqiao:registration:submit",
                "    action: urn:jinqiao:registration:submit\n    security: {our-key: centre-rsa-sign, their-certificates: [registry-xml-rsa-sign], lifetime: 5m}");
        assertThat(new io.jinqiao.adapter.Folders(secured).read(io.jinqiao.adapter.ShippedFolders.DEFAULTS, io.jinqiao.adapter.ShippedFolders.CLOCK).problems())
                .anyMatch(problem -> problem.toString().contains("repeat-answer: rewrapped"));
        assertThat(National.dialect(secured.replace(National.FILE, "repeat-answer: same-bytes", "repeat-answer: rewrapped")).security()).isNotNull();
    }

    @Test
    void answersInTheirForm() {
        var framed = R1.open(National.request(message(HEAD, MORTGAGE)));
        var refused = new io.jinqiao.message.Reply.Rejected(List.of(Problem.at("caseNo", FailureCode.CASE_UNKNOWN)));
        String answer = new String(
                R1.finishAnswer(R1.answer(framed, refused, framed.id(), Instant.EPOCH), "aa").body(), StandardCharsets.UTF_8);
        assertThat(answer).startsWith("<soap:Envelope").contains("<s:submitResponse", "&lt;respond&gt;", "&lt;SuccessFlag&gt;0&lt;", "&lt;ResponseCode&gt;registration.case_unknown&lt;",
                "&lt;BizMsgID&gt;371302230615000128&lt;", "&lt;Field&gt;Head.ApplyNo&lt;");
        assertThat(R1.finishAnswer(R1.answer(framed, refused, framed.id(), Instant.EPOCH), "aa").headers()).containsAllEntriesOf(Map.of("Content-Type", "text/xml; charset=UTF-8"));
    }
}
