package io.jinqiao.adapter;

import static io.jinqiao.message.FailureCode.CHARSET_WRONG;
import static io.jinqiao.message.FailureCode.FRAME_TOO_DEEP;
import static io.jinqiao.message.FailureCode.FRAME_TOO_LARGE;
import static io.jinqiao.message.FailureCode.FRAME_UNREADABLE;
import static io.jinqiao.message.FailureCode.MEMBER_DUPLICATE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jinqiao.adapter.samples.SamplePeople;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.LoanApplication;
import io.jinqiao.message.Problem;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rows of bad input that codec, mapping and values answer. */
class HostileContentTest {
    private final Letters letters = new Letters(ShippedFolders.dialect("icbc"));
    private final LoanApplication home = SamplePeople.existingHome();

    @Test
    void takesTheUnspoiltLetter() {
        assertThat(letters.problems(letters.of(home))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "[]", "\"x\"", "17", "{\"a\":}", "{'a':'b'}", "{} {}", "{\"a\":\"b\",}", "﻿{}", "{\"a\":NaN}", "<a/>", "{\"a\":\"\u0001\"}"})
    void refusesWhatIsNotAJsonObject(String body) {
        assertThat(codes(Letters.body(body))).containsExactly(FRAME_UNREADABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "{\"app_no\":\"1\"", "{\"app_no\":\"1\"}x", "not json"})
    void refusesContentThatIsNotAJsonObject(String content) {
        assertThat(codes(letters.spoilt(home, text -> content)))
                .containsExactly(content.isEmpty() ? FailureCode.ENVELOPE_FIELD_MISSING : FRAME_UNREADABLE);
    }

    @ParameterizedTest
    @CsvSource({"'{\"a\":', '}'", "'[', ']'"})
    void refusesTwoHundredLevelsInTheEnvelopeAndInTheContent(String open, String close) {
        String deep = open.repeat(200) + (open.startsWith("[") ? "" : "1") + close.repeat(200);
        assertThat(codes(Letters.body("{\"biz_content\":" + deep + "}"))).containsExactly(FRAME_TOO_DEEP);
        assertThat(codes(letters.spoilt(home, text -> "{\"app_no\":" + deep + "}"))).containsExactly(FRAME_TOO_DEEP);
    }

    @Test
    void refusesTenMegabytesAndABodyTheChannelCutOff() {
        assertThat(codes(Letters.body(new byte[10 << 20]))).containsExactly(FRAME_TOO_LARGE);
        WireRequest cut = new WireRequest("icbc", Letters.PATH, Map.of(), new byte[8], true, List.of(), null);
        assertThat(codes(cut)).containsExactly(FRAME_TOO_LARGE);
    }

    @Test
    void refusesAnotherCharsetDeclaredOrFound() {
        byte[] gbk = new String(letters.of(home).body(), StandardCharsets.UTF_8).getBytes(Charset.forName("GB18030"));
        assertThat(codes(Letters.body(gbk))).containsExactly(CHARSET_WRONG);
        WireRequest declared = new WireRequest(
                "icbc", Letters.PATH, Map.of("content-type", "application/json; charset=GBK"), letters.of(home).body(), false, List.of(), null);
        assertThat(codes(declared)).containsExactly(CHARSET_WRONG);
        byte[] overlong = {'{', '"', (byte) 0xC0, (byte) 0xAF, '"', ':', '1', '}'};
        assertThat(codes(Letters.body(overlong))).containsExactly(CHARSET_WRONG);
        byte[] surrogate = {'{', '"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"', ':', '1', '}'};
        assertThat(codes(Letters.body(surrogate))).containsExactly(CHARSET_WRONG);
    }

    @Test
    void refusesALoneSurrogateInTheEnvelopeAndInAField() {
        assertThat(letters.told(letters.spoilt(home, text -> text.replace("沐䶮", "沐\\ud84d"))))
                .containsExactly("field.wrong_form parties[0].name person_list[0].name");
        String body = new String(letters.of(home).body(), StandardCharsets.UTF_8).replace("沐䶮", "沐\\ud84d");
        assertThat(letters.told(Letters.body(body))).containsExactly("field.wrong_form null biz_content");
    }

    @Test
    void tellsAnObjectWhereTheContentIsAText() throws java.io.IOException {
        ObjectNode body = (ObjectNode) new ObjectMapper().readTree(letters.of(home).body());
        body.putObject("biz_content").put("app_no", "1");
        assertThat(letters.told(Letters.body(body.toString()))).containsExactly("field.wrong_form null biz_content");
    }

    @Test
    void refusesDuplicateMembersAtEveryLevel() {
        assertDuplicate(text -> text.replace("{\"app_no\"", "{\"app_no\":\"X\",\"app_no\""), "app_no");
        assertDuplicate(text -> text.replace("{\"addr\"", "{\"addr\":\"X\",\"addr\""), "addr");
        assertDuplicate(text -> text.replace("[{\"role\"", "[{\"role\":\"01\",\"role\""), "role");
        String body = new String(letters.of(home).body(), StandardCharsets.UTF_8);
        assertThat(codes(Letters.body(body.replace("{\"app_id\"", "{\"app_id\":\"1\",\"app_id\"")))).containsExactly(MEMBER_DUPLICATE);
    }

    @Test
    void refusesADuplicateAmongManyMembers() {
        StringBuilder many = new StringBuilder("{");
        for (int i = 0; i < 5000; i++) {
            many.append("\"m").append(i).append("\":1,");
        }
        assertThat(codes(letters.spoilt(home, text -> many + "\"m77\":1}"))).containsExactly(MEMBER_DUPLICATE);
    }

    @Test
    void tellsMissingTooLongAndUnknownCodeAllTogetherWithBothNames() {
        WireRequest bad = letters.spoilt(home, text -> text.replace("\"app_no\":\"HF202611230000001\",", "")
                .replace("\"branch_code\":\"0160300042\"", "\"branch_code\":\"" + "9".repeat(21) + "\"")
                .replace("\"loan_type\":\"01\"", "\"loan_type\":\"77\"")
                .replace("\"role\":\"02\",", ""));
        assertThat(letters.told(bad))
                .containsExactlyInAnyOrder(
                        "field.missing applicationNo app_no",
                        "field.too_long branchCode branch_code",
                        "field.code_unknown loanKind loan_type",
                        "field.missing parties[1].role person_list[1].role");
    }

    @Test
    void tellsAMissingGroupByTheirNameOfIt() {
        WireRequest bad = letters.spoilt(home, text -> text.replaceFirst("\"house\":\\{[^}]*},", ""));
        assertThat(letters.told(bad)).containsExactly("field.missing home house");
    }

    @Test
    void tellsAGroupWhereAValueShouldBeAndTheReverse() {
        assertThat(letters.told(letters.spoilt(home, t -> t.replace("\"app_no\":\"HF202611230000001\"", "\"app_no\":{\"x\":[1]}"))))
                .containsExactly("field.wrong_form applicationNo app_no");
        assertThat(letters.told(letters.spoilt(home, t -> t.replaceFirst("\"person_list\":\\[.*?]", "\"person_list\":\"x\""))))
                .containsExactly("field.wrong_form parties person_list");
        assertThat(letters.told(letters.spoilt(home, t -> t.replaceFirst("\"person_list\":\\[.*?]", "\"person_list\":[\"x\"]"))))
                .containsExactly("field.wrong_form parties person_list");
    }

    @ParameterizedTest
    @CsvSource({
        "990101198503070017, 990101198503070018, field.check_digit_wrong, parties[0].identity.number, person_list[0].cert_no",
        "12990101MB00000016, 12990101MB00000017, field.check_digit_wrong, mortgagee, mortgagee_code",
        "990101001001GB00012F00020301, 990101001001XB00012F00020301, field.wrong_form, home.unitNumber, house.unit_no",
        "19900000001, 29900000001, field.wrong_form, parties[0].mobile, person_list[0].mobile",
        "'accept_date\":\"20261123', 'accept_date\":\"20261131', field.wrong_form, acceptedOn, accept_date",
        "2026-11-20, 2026-02-29, field.wrong_form, contract.signedOn, contract.sign_date",
        "89.50, 89.505, field.wrong_form, home.builtArea, house.area",
        "89.50, 8E1, field.wrong_form, home.builtArea, house.area",
        "6222000000000000017, 62220000X, field.wrong_form, accounts.payeeAccountNo, account.payee_acct"
    })
    void tellsValuesThatCannotBeWhatTheyClaim(String good, String bad, String code, String our, String their) {
        assertThat(letters.told(letters.spoilt(home, text -> text.replaceFirst(good.replace(".", "\\."), bad))))
                .contains(code + " " + our + " " + their);
    }

    @ParameterizedTest
    @CsvSource({
        "1200000.005, field.amount_precision",
        "-1.00, field.amount_negative",
        "-0.00, field.amount_negative",
        "0.00, field.amount_out_of_range",
        "0, field.amount_out_of_range",
        "1000000000000000, field.amount_out_of_range",
        "1000000000000000.00, field.amount_out_of_range",
        "1000000000000.01, field.amount_out_of_range",
        "1e6, field.wrong_form",
        "+1, field.wrong_form",
        "01.00, field.wrong_form",
        "1., field.wrong_form",
        ".5, field.wrong_form",
        "１２.00, field.wrong_form",
        "'1,000.00', field.wrong_form"
    })
    void tellsAmountsThatAreNone(String amount, String code) {
        assertThat(letters.told(letters.spoilt(home, text -> text.replace("1200000.00", amount))))
                .containsExactly(code + " home.price house.price");
    }

    @ParameterizedTest
    @ValueSource(strings = {"240.0", "2.4e2", "9999999999999999999999", "-240", "0", "361", "true", "null", "\"240\""})
    void tellsNumbersThatAreNone(String number) {
        assertThat(letters.told(letters.spoilt(home, text -> text.replace("\"months\":240", "\"months\":" + number))))
                .singleElement()
                .asString()
                .matches("field\\.(wrong_form|number_out_of_range|missing) terms\\.months loan\\.months");
    }

    @Test
    void refusesANumberTooLongToHandle() {
        String digits = "9".repeat(100_000);
        assertThat(codes(letters.spoilt(home, text -> text.replace(":240", ":" + digits)))).containsExactly(FRAME_UNREADABLE);
    }

    @Test
    void tellsControlCharactersBeforeTheyReachADatabase() {
        assertThat(letters.told(letters.spoilt(home, text -> text.replace("沐䶮", "a\\u0000b"))))
                .containsExactly("field.wrong_form parties[0].name person_list[0].name");
    }

    @Test
    void boundsTheProblemsOfAHostileList() {
        WireRequest bad = letters.spoilt(home, text -> text.replaceFirst("\\[\\{\"role.*?}]", "[" + "{\"x\":1},".repeat(50_000) + "{}]"));
        List<Problem> problems = letters.problems(bad);
        assertThat(problems).hasSizeBetween(1, 400);
        assertThat(problems).extracting(Problem::code).contains(FailureCode.TOO_MANY_ROWS);
    }

    @Test
    void tellsMembersNobodyAgreedOnByATameName() {
        WireRequest bad = letters.spoilt(home, text -> text.replace("{\"app_no\"", "{\"x\\u0000\\ud800" + "y".repeat(100) + "\":{\"z\":[1]},\"app_no\""));
        assertThat(letters.problems(bad)).singleElement().satisfies(p -> {
            assertThat(p.code()).isEqualTo(FailureCode.FIELD_UNEXPECTED);
            assertThat(p.theirField()).isEqualTo("x??" + "y".repeat(57));
        });
    }

    private void assertDuplicate(UnaryOperator<String> spoil, String member) {
        assertThat(letters.problems(letters.spoilt(home, spoil))).singleElement().satisfies(p -> {
            assertThat(p.code()).isEqualTo(MEMBER_DUPLICATE);
            assertThat(p.arguments()).containsExactly(member);
        });
    }

    private List<FailureCode> codes(WireRequest request) {
        return letters.problems(request).stream().map(Problem::code).toList();
    }
}
