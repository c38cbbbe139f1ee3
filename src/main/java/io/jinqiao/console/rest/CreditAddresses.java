package io.jinqiao.console.rest;

import io.jinqiao.console.Actor;
import io.jinqiao.console.Crediting;
import io.jinqiao.console.Needs;
import io.jinqiao.console.Role;
import io.jinqiao.console.facts.CreditFacts;
import io.jinqiao.credit.NoticeStep;
import io.jinqiao.credit.PersonProfile;
import io.jinqiao.credit.RuleText;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Fields;
import io.jinqiao.message.IllegalValue;
import io.jinqiao.message.PartnerId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Reporting to the credit reference system, and telling people before something adverse is told of them. */
@RestController
@RequestMapping(path = "/api/v1/credit", produces = MediaType.APPLICATION_JSON_VALUE)
@Needs({Role.OPERATOR, Role.BANK_MANAGER, Role.APPROVER, Role.AUDITOR})
@Tag(name = "credit")
class CreditAddresses {
    private final CreditFacts facts;
    private final Crediting crediting;

    CreditAddresses(CreditFacts facts, Crediting crediting) {
        this.facts = facts;
        this.crediting = crediting;
    }

    @Schema(name = "CreditRun")
    record Run(@Schema(description = "报送月份 / month that is told", example = "2026-10") String month) {}

    @Schema(name = "CreditCorrection")
    record Correction(String account, @Schema(example = "2026-10") String month) {}

    @Schema(name = "CreditPayment")
    record Payment(@Schema(description = "账户标识码") String account) {}

    @Schema(name = "CreditProfile", description = "征信中心代码 / codes are the Center's")
    record Profile(
            String bank, String applicationNo, String marital, String education, String degree, String employment, @Nullable String employer, String residence, String address,
            LocalDate updated) {}

    @Schema(name = "CreditNoticeStep")
    record Step(
            String account,
            @Schema(description = "首次逾期月份首日 / first day of the month in which the arrears began") LocalDate episode,
            @Schema(example = "co-borrower-1") String person,
            @Schema(allowableValues = {"dispatched", "arrived", "came-back"}) String what,
            LocalDate on,
            @Nullable @Schema(allowableValues = {"short-message", "letter", "phone", "in-person"}) String channel,
            @Nullable @Schema(description = "告知内容版本 / version of what it said") String content,
            @Nullable @Schema(description = "约定的地址或号码；只留其摘要 / agreed address or number; only what proves it is kept") String address) {}

    @Schema(name = "CreditRelease")
    record Release(String account, LocalDate episode, String person, String reason) {}

    @Schema(name = "CreditReleaseAnswer")
    record Answer(boolean confirmed) {}

    @GetMapping("/runs")
    @Operation(summary = "报送任务与进度 / runs and how far they are, latest first")
    List<CreditFacts.Run> runs() {
        return facts.runs();
    }

    @PostMapping("/runs")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Needs(Role.OPERATOR)
    @Operation(summary = "发起一个月份的报送 / have all loans told for a month; what is told already is not told again")
    Map<String, Object> start(@AuthenticationPrincipal Actor actor, @Body(Run.class) Fields body) {
        return Map.of("number", startOf(body, actor));
    }

    @NullUnmarked
    private long startOf(Fields f, Actor actor) {
        YearMonth month = f.value("month", CreditAddresses::month);
        f.refuseProblems();
        return crediting.start(month, actor);
    }

    private static YearMonth month(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalValue(FailureCode.FIELD_WRONG_FORM, "yyyy-MM");
        }
    }

    @GetMapping("/files")
    @Operation(summary = "报送文件与反馈 / files and what the Center answered, latest first")
    List<CreditFacts.File> files() {
        return facts.files();
    }

    @GetMapping("/asides")
    @Operation(summary = "未报送的记录与原因 / records that were not sent, and why")
    List<CreditFacts.Aside> asides(@RequestParam String month, @RequestParam(required = false) @Nullable String rule) {
        return facts.asides(YearMonth.from(Asked.day("month", month + "-01")), rule);
    }

    @GetMapping("/refused")
    @Operation(summary = "征信中心退回的记录 / records the Center refused, latest first")
    List<CreditFacts.Refused> refused() {
        return facts.refused();
    }

    @GetMapping("/feedback")
    @Operation(summary = "收到的反馈文件 / answers as they came, latest first")
    List<CreditFacts.Feedback> feedback() {
        return facts.feedback();
    }

    @GetMapping("/rules/{record}/{rule}")
    @Operation(summary = "校验规则说明 / a rule in words, such as 210 and BLE013")
    List<RuleText> explain(@PathVariable String record, @PathVariable String rule) {
        return crediting.explain(record, rule);
    }

    @PostMapping("/corrections")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Needs({Role.OPERATOR, Role.APPROVER})
    @Operation(summary = "按现有事实更正已报送的月份 / tell a month again as the facts are now")
    Map<String, Object> correct(@AuthenticationPrincipal Actor actor, @Body(Correction.class) Fields body) {
        return Map.of("file", correctionOf(body, actor));
    }

    @NullUnmarked
    private String correctionOf(Fields f, Actor actor) {
        String account = f.text("account", 60);
        YearMonth month = f.value("month", CreditAddresses::month);
        f.refuseProblems();
        return crediting.correct(account, month, actor);
    }

    @PostMapping("/payments")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Needs({Role.OPERATOR, Role.APPROVER})
    @Operation(summary = "月末前报送收回逾期款项或结清 / tell before the month's end that all arrears came in, or the loan was paid off")
    Map<String, Object> paid(@AuthenticationPrincipal Actor actor, @Body(Payment.class) Fields body) {
        return Map.of("file", crediting.paid(accountOf(body), actor));
    }

    @NullUnmarked
    private static String accountOf(Fields f) {
        String account = f.text("account", 60);
        f.refuseProblems();
        return account;
    }

    @PostMapping("/profiles")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs({Role.OPERATOR, Role.REVIEWER})
    @Operation(summary = "借款人征信资料 / what the core system knows of a borrower and no application tells")
    void profile(@AuthenticationPrincipal Actor actor, @Body(Profile.class) Fields body) {
        profileOf(body, actor);
    }

    @NullUnmarked
    private void profileOf(Fields f, Actor actor) {
        PartnerId bank = f.value("bank", Ids::partner);
        String applicationNo = f.text("applicationNo", 32);
        PersonProfile profile = PersonProfile.read(f);
        crediting.profile(bank, applicationNo, profile, actor);
    }

    @GetMapping("/notices")
    @Needs({Role.OPERATOR, Role.COLLECTOR, Role.BANK_MANAGER, Role.APPROVER, Role.AUDITOR})
    @Operation(summary = "待完成的不良信息告知 / notices that did not arrive yet")
    List<CreditFacts.Notice> notices() {
        return facts.notices();
    }

    @PostMapping("/notices")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs({Role.OPERATOR, Role.COLLECTOR})
    @Operation(summary = "登记告知的发出、送达或退回 / a notice was dispatched, arrived or came back")
    void step(@AuthenticationPrincipal Actor actor, @Body(Step.class) Fields body) {
        stepOf(body, actor);
    }

    @NullUnmarked
    private void stepOf(Fields f, Actor actor) {
        NoticeStep step = new NoticeStep(
                f.text("account", 60), f.date("episode"), f.text("person", 20), f.word("what", NoticeStep.What.class), f.date("on"), f.optionalText("channel", 20), f.optionalText("content", 40), f.optionalText("address", 255));
        f.refuseProblems();
        crediting.step(step, actor);
    }

    @GetMapping("/releases")
    @Operation(summary = "待确认的放行申请 / releases that wait for their answer")
    List<CreditFacts.Release> releases() {
        return facts.releases();
    }

    @PostMapping("/releases")
    @ResponseStatus(HttpStatus.CREATED)
    @Needs({Role.BANK_MANAGER, Role.APPROVER})
    @Operation(summary = "提请放行无法送达的告知 / have a record leave although its notice cannot be delivered")
    Map<String, Object> release(@AuthenticationPrincipal Actor actor, @Body(Release.class) Fields body) {
        return Map.of("number", releaseOf(body, actor));
    }

    @NullUnmarked
    private long releaseOf(Fields f, Actor actor) {
        String account = f.text("account", 60);
        LocalDate episode = f.date("episode");
        String person = f.text("person", 20);
        String reason = f.text("reason", 500);
        f.refuseProblems();
        return crediting.proposeRelease(account, episode, person, reason, actor);
    }

    @PostMapping("/releases/{number}/answer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs({Role.BANK_MANAGER, Role.APPROVER})
    @Operation(summary = "另一人确认或否决放行 / another person confirms or turns down")
    void answer(@PathVariable long number, @AuthenticationPrincipal Actor actor, @Body(Answer.class) Fields body) {
        crediting.answerRelease(number, Asked.confirmed(body), actor);
    }
}
