package io.jinqiao.opinion.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.opinion.Approvals;
import io.jinqiao.message.ApprovedLoan;
import io.jinqiao.message.Party;
import io.jinqiao.opinion.sheet.Mark;
import io.jinqiao.opinion.sheet.Page;
import io.jinqiao.opinion.sheet.Sheet;
import io.jinqiao.opinion.sheet.Typeface;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OpinionFormTest {
    private static final Typeface TYPEFACE = Typeface.load();
    private static final OpinionForm DEMONSTRATION = form(true);
    private static final String LONG_NAME = "阿卜杜热合曼·买买提明·阿不都克里木·吐尔逊江·艾力西尔·玉素甫江·库尔班江";

    @Test
    void putsAnOrdinaryLoanOnOnePage() {
        Sheet sheet = DEMONSTRATION.lay(new Opinion(Approvals.ordinary(), "示范银行"));

        assertThat(sheet.pages()).hasSize(1);
        assertThat(words(sheet))
                .contains("何雨桐", "欧阳若兰", "¥600,000.00", "人民币陆拾万元整", "300 个月（25 年）", "等额本息", "2.60%", "2027年5月22日");
    }

    @Test
    void masksIdentityAndAccountNumbers() {
        ApprovedLoan loan = Approvals.ordinary();
        String words = words(DEMONSTRATION.lay(new Opinion(loan, "示范银行")));

        for (Party party : loan.application().parties()) {
            assertThat(words).doesNotContain(party.identity().number()).contains(party.identity().masked());
        }
        assertThat(words).doesNotContain(loan.application().accounts().payeeAccountNo());
    }

    @Test
    void keepsEveryTextInsideTheMarginsAndApartHoweverLong() {
        List<String> conditions = Stream.generate(() -> "借款合同、抵押合同签订并生效，抵押预告登记已由不动产登记机构办结；").limit(25).toList();
        List<Party> parties = Stream.concat(
                        Stream.of(Approvals.borrower(LONG_NAME)), Approvals.coBorrowers(9).stream().skip(1))
                .toList();
        Sheet sheet = DEMONSTRATION.lay(
                new Opinion(Approvals.of("SP1", 1, parties, conditions, "999999999.99"), "示范银行"));

        assertThat(sheet.pages()).hasSizeGreaterThan(1);
        assertThat(words(sheet).replace(" ", "")).contains(LONG_NAME);
        for (Page page : sheet.pages()) {
            List<Mark.Text> texts = texts(page).toList();
            assertThat(texts).allMatch(t -> t.x() >= Writer.LEFT - 0.01 && right(t) <= Writer.RIGHT + 0.01);
            assertThat(texts).allMatch(t -> t.y() > 15 && t.y() < Page.HEIGHT - 10);
            for (Mark.Text one : texts) {
                assertThat(texts).noneMatch(other -> other != one && overlap(one, other));
            }
        }
    }

    @Test
    void marksEveryPageOfADemonstrationAsWithoutLegalEffect() {
        Sheet sheet = DEMONSTRATION.lay(new Opinion(
                Approvals.of("SP1", 1, Approvals.coBorrowers(14), Approvals.CONDITIONS, "1"), "示范银行"));

        assertThat(sheet.pages()).hasSize(2).allMatch(p -> p.marks().stream()
                .anyMatch(m -> m instanceof Mark.Watermark w && w.text().contains("无法律效力")));
        assertThat(sheet.pages()).allMatch(p -> texts(p).anyMatch(t -> t.text().contains("不具有法律效力")));
    }

    @Test
    void marksNothingWhenARealDeviceSeals() {
        Sheet sheet = form(false).lay(new Opinion(Approvals.ordinary(), "示范银行"));

        assertThat(sheet.pages().get(0).marks()).noneMatch(m -> m instanceof Mark.Watermark);
        assertThat(words(sheet)).doesNotContain("不具有法律效力").contains("加盖电子印章后生效");
    }

    private static OpinionForm form(boolean demonstration) {
        return new OpinionForm(
                TYPEFACE, new Letterhead("示范市住房公积金中心", "https://verify.example.invalid/opinion", demonstration));
    }

    private static Stream<Mark.Text> texts(Page page) {
        return page.marks().stream().filter(Mark.Text.class::isInstance).map(Mark.Text.class::cast);
    }

    private static String words(Sheet sheet) {
        return sheet.pages().stream().flatMap(OpinionFormTest::texts).map(Mark.Text::text).collect(Collectors.joining());
    }

    private static double right(Mark.Text text) {
        return text.x() + TYPEFACE.width(text.text()) * text.size()
                + text.spacing() * (text.text().codePointCount(0, text.text().length()) - 1);
    }

    private static boolean overlap(Mark.Text one, Mark.Text other) {
        boolean sameLine = Math.abs(one.y() - other.y()) < Math.min(one.size(), other.size()) * 0.9;
        return sameLine && one.x() < right(other) - 0.01 && other.x() < right(one) - 0.01;
    }
}
