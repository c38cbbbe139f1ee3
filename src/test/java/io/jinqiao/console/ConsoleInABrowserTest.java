package io.jinqiao.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.LoadState;
import io.jinqiao.message.PartnerId;
import io.jinqiao.opinion.ofd.SealedOfds;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The first page as a person sees it. Skipped only where no Chromium is installed. */
@ConsoleServer
@Tag("browser")
class ConsoleInABrowserTest {
    private static final Optional<Path> CHROMIUM = Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst();

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Test
    void logsInOpensALoanSeesItsTraceAndSwitchesTheLanguage() {
        assumeTrue(CHROMIUM.isPresent(), "no Chromium is installed");
        people.add("li.lei", "李雷", Set.of(Role.REVIEWER), "a-long-enough-password", "test");
        List<String> complaints = new ArrayList<>();
        withPage(complaints, page -> {
            logIn(page, "li.lei");
            page.click("nav >> text=贷款");
            page.waitForURL("**/console/loans");
            page.waitForLoadState(LoadState.NETWORKIDLE); // the search listens only when its script is there
            page.fill("#words", "A-0007");
            page.waitForCondition(() -> page.locator("#rows tbody tr").count() == 1);
            page.click("text=202611160007");
            page.waitForURL("**/console/loans/202611160007");
            assertThat(page.locator(".track").count()).isEqualTo(4);
            assertThat(page.locator(".step").count()).isEqualTo(4 + 6);
            page.click("text=显示完整信息");
            page.waitForSelector("text=黄示例");
            assertThat(page.locator("#registrations .step b").allTextContents())
                    .containsExactly("已收件", "已受理", "已登簿", "登簿内容", "电子证照，不予采信", "电子证照，核验通过");
            assertThat(page.locator("#registrations .step .tag").allTextContents()).containsExactly("受理回执", "回调", "查询", "对账", "回调", "回调");
            page.click("#language");
            page.waitForURL("**lang=en**");
            assertThat(page.locator("h2").allTextContents()).contains("The four tracks", "Messages in order", "Registration");
            page.click("nav >> text=Registrations");
            page.waitForURL("**/console/registrations");
            assertThat(page.locator("#waiting tbody tr td:nth-child(2)").allTextContents()).containsExactly("Bank", "Borrower", "Centre", "Centre", "Centre", "Borrower", "Bank", "Registry");
            assertThat(page.locator("#waiting tbody b.late").allTextContents()).contains("supplement due soon", "90 days end soon");
            page.click("a.tag:has-text('Borrower')");
            page.waitForURL("**whom=borrower");
            assertThat(page.locator("#waiting tbody tr td:nth-child(3)").allTextContents())
                    .anyMatch(why -> why.contains("seizure: in the way"))
                    .anyMatch(why -> why.contains("last day 2026-12-04"));
            page.click("#language");
            page.waitForURL("**lang=zh**");
            page.click("#language");
            page.waitForURL("**lang=en**");
            page.click("a.tag:has-text('Centre')");
            page.waitForURL("**whom=centre");
            assertThat(page.locator("#waiting tbody tr").count()).isEqualTo(3);
        });
        assertThat(complaints).isEmpty();
    }

    @Test
    void aCollectorSeesWhatWaitsAndWhatHappenedOfACaseAndConfirmsItsExclusion() {
        assumeTrue(CHROMIUM.isPresent(), "no Chromium is installed");
        people.add("lin.tao", "林涛", Set.of(Role.COLLECTOR), "a-long-enough-password", "test");
        List<String> complaints = new ArrayList<>();
        withPage(complaints, page -> {
            logIn(page, "lin.tao");
            page.click("nav >> text=逾期催收");
            page.waitForURL("**/console/collection");
            assertThat(page.locator("#cases tbody tr").count()).isEqualTo(2);
            assertThat(page.locator("#queues tbody tr").count()).isEqualTo(1);
            page.click("text=6228000000000001");
            page.waitForURL("**/console/collection/CU-1");
            assertThat(page.locator("#strips .strip svg").count()).as("four orders, an act of the bank's own and a promise").isEqualTo(6);
            assertThat(page.locator("#strips rect.mark.late").count()).as("told late; done after the last day").isEqualTo(2);
            assertThat(page.locator("#strips rect.promise.broken").boundingBox().width).isGreaterThan(10);
            assertThat(page.locator("#acts tbody tr").count()).isEqualTo(3);
            page.click("button:has-text('确认')");
            page.waitForSelector("text=已确认");
            page.click("#language");
            page.waitForURL("**lang=en**");
            assertThat(page.locator("h2").allTextContents()).contains("What happened when", "What the bank did", "Line of time");
        });
        assertThat(complaints).isEmpty();
    }

    @Test
    void aBankManagerGoesFromTheLeagueTableToTheMessageBehindACase() {
        assumeTrue(CHROMIUM.isPresent(), "no Chromium is installed");
        people.add("yuan.jin", "袁锦", Set.of(Role.BANK_MANAGER, Role.AUDITOR), "a-long-enough-password", "test");
        List<String> complaints = new ArrayList<>();
        withPage(complaints, page -> {
            logIn(page, "yuan.jin");
            page.click("nav >> text=银行考核");
            page.waitForURL("**/console/assessment");
            assertThat(page.locator("#league tbody tr").count()).isEqualTo(3);
            assertThat(page.locator("#league tbody tr").first().innerText()).as("most points first").contains("93.40");
            assertThat(page.locator("#warnings tbody tr").count()).isEqualTo(2);
            assertThat(page.locator("img.chart").count()).isEqualTo(1);
            drawn(page);
            page.click("text=2026-07-01 — 2026-09-30 >> nth=1");
            page.waitForURL("**/console/assessment/icbc-20260701-20260930");
            assertThat(page.locator("#indicators tbody tr").count()).isEqualTo(5);
            assertThat(page.locator("#charts img.chart").count()).as("bars by indicator, a net by block, a line over periods").isEqualTo(3);
            drawn(page);
            assertThat(page.locator("#lift li").count()).isEqualTo(2);
            page.click("#indicators tr:has-text('O4') a");
            page.waitForURL("**/indicators/O4");
            assertThat(page.locator("#cases tbody tr").count()).as("one that took points away, one excluded").isEqualTo(2);
            page.click("#language");
            page.waitForURL("**lang=en**");
            assertThat(page.locator("#cases .tag").allTextContents()).containsExactly("took points away", "excluded: litigation");
            page.navigate("http://localhost:" + port + "/console/assessment/icbc-20260401-20260630");
            assertThat(page.locator("#fee dd").allTextContents()).containsExactly("1,250,000.00", "62,500.00", "56,250.00", "5,625.00");
            assertThat(page.locator("#objections .deadline").count()).isEqualTo(4);
        });
        assertThat(complaints).isEmpty();
    }

    @Test
    void aCollectorSeesTheLedgerTheInstalmentsAsAPictureAndWhatMayComeNext() {
        assumeTrue(CHROMIUM.isPresent(), "no Chromium is installed");
        people.add("wei.hua", "韦华", Set.of(Role.COLLECTOR, Role.BANK_MANAGER), "a-long-enough-password", "test");
        List<String> complaints = new ArrayList<>();
        withPage(complaints, page -> {
            logIn(page, "wei.hua");
            page.click("nav >> text=逾期台账");
            page.waitForURL("**/console/overdue");
            page.selectOption("#group", "flexible");
            page.click("form.filter button");
            page.waitForURL("**group=flexible**");
            page.click("#ledger a");
            page.waitForURL("**/console/overdue/icbc/6228000000000001**");
            assertThat(page.locator("#instalments g.column").count()).isEqualTo(9);
            assertThat(page.locator("#instalments g.owed rect.rest").count()).isEqualTo(3);
            assertThat(page.locator("#instalments g.late line.lag").count()).isEqualTo(2);
            assertThat(page.locator("#instalments g.in-time rect.paid").first().boundingBox().height).isGreaterThan(100);
            page.click("nav >> text=贷后预警");
            page.waitForURL("**/console/warnings");
            assertThat(page.locator("#warnings tbody tr").count()).isEqualTo(2);
            page.click("nav >> text=扣款");
            page.waitForURL("**/console/deductions");
            page.click("text=KK20261122");
            page.waitForURL("**/console/deductions/KK20261122");
            assertThat(page.locator("#lines b.late").count()).as("deducted in part").isEqualTo(1);
            page.click("nav >> text=对账");
            page.waitForURL("**/console/reconciliations");
            page.click("text=2026-11-21");
            page.waitForURL("**/console/reconciliations/icbc/2026-11-21");
            page.click("summary:has-text('说明')");
            page.fill("input[name=explanation]", "分位进位");
            page.click("form[action*='DZ-2/explain'] button");
            page.waitForSelector("text=说明已登记");
            page.click("#language");
            page.waitForURL("**lang=en**");
            assertThat(page.locator("h2").allTextContents()).containsExactly("Differences");
        });
        assertThat(complaints).isEmpty();
    }

    @Test
    void aSealIsEnabledAndASealedFileVerified() {
        assumeTrue(CHROMIUM.isPresent(), "no Chromium is installed");
        people.add("han.meimei", "韩梅梅", Set.of(Role.APPROVER), "a-long-enough-password", "test");
        List<String> complaints = new ArrayList<>();
        withPage(complaints, page -> {
            logIn(page, "han.meimei");
            page.click("nav >> text=电子印章");
            page.waitForURL("**/console/seals");
            page.click("summary:has-text('启用')");
            page.fill("form[action*='S-0002/enable'] input[name=reason]", "与制章单位的函核对无误");
            page.click("form[action*='S-0002/enable'] button");
            page.waitForSelector("text=印章已启用");
            page.click("nav >> text=文件核验");
            page.waitForURL("**/console/opinions/verify");
            page.setInputFiles("input[name=file]", new FilePayload("opinion.ofd", "application/ofd", SealedOfds.ordinary()));
            page.click("button.main-act");
            page.waitForSelector("#verdict");
            assertThat(page.locator("#verdict").textContent()).isEqualTo("未发现问题，但核验不完整");
            assertThat(page.locator("tbody tr").count()).isEqualTo(16);
            assertThat(page.locator("tbody").textContent()).contains("未提供受信任的根证书", "盖章后内容未改动");
        });
        assertThat(complaints).isEmpty();
    }

    /** In a Chromium that speaks Chinese. */
    @Test
    void anApproverSeesWhoMustBeToldAndConfirmsWhatAnotherPersonEnteredOfALoan() {
        assumeTrue(CHROMIUM.isPresent(), "no Chromium is installed");
        people.add("gao.ming", "高明", Set.of(Role.APPROVER, Role.OPERATOR), "a-long-enough-password", "test");
        List<String> complaints = new ArrayList<>();
        withPage(complaints, page -> {
            logIn(page, "gao.ming");
            page.click("nav >> text=征信告知");
            page.waitForURL("**/console/credit-notices");
            assertThat(page.locator("#notices tbody td:nth-child(2)").allTextContents()).extracting(String::strip).containsExactly("借款人", "共同借款人 1");
            page.fill("#notices tbody tr:nth-child(2) input[name=on]", "2026-11-19");
            page.selectOption("#notices tbody tr:nth-child(2) select[name=channel]", "letter");
            page.fill("#notices tbody tr:nth-child(2) input[name=content]", "v1");
            page.click("#notices tbody tr:nth-child(2) button:has-text('提交')");
            page.waitForSelector("text=已登记");
            page.click("nav >> text=征信职责与更正");
            page.waitForURL("**/console/credit-agreements");
            page.click("#lists a");
            page.waitForURL("**bank=abc**");
            assertThat(page.locator("#differing tbody tr").count()).isEqualTo(2);
            page.click("#duties button:has-text('确认')");
            page.waitForSelector("text=已登记");
            page.click("#language");
            page.waitForURL("**lang=en**");
            assertThat(page.locator("h2").allTextContents()).contains("Duties of single loans", "Lists of banks", "Deletions and identifiers");
        });
        assertThat(complaints).isEmpty();
    }

    @Test
    void somebodyOfABankFollowsItsOwnScoreAndNothingElseIsInItsBar() {
        assumeTrue(CHROMIUM.isPresent(), "no Chromium is installed");
        people.add("icbc.wang", "王行员", new PartnerId("icbc"), "a-long-enough-password", "test");
        List<String> complaints = new ArrayList<>();
        withPage(complaints, page -> {
            page.navigate("http://localhost:" + port + "/console");
            page.fill("input[name=name]", "icbc.wang");
            page.fill("input[name=password]", "a-long-enough-password");
            page.click("button.main-act");
            page.waitForURL("**/console/bank");
            assertThat(page.locator("nav a span:not(.count)").allTextContents()).containsExactly("本行考核");
            page.click("#periods a");
            page.waitForURL("**/console/bank/icbc-20260401-20260630");
            drawn(page);
            assertThat(page.locator("#fee dd").allTextContents()).contains("56,250.00");
            assertThat(page.locator("#distribution").innerText()).contains("参评银行过少");
            page.click("#language");
            page.waitForURL("**lang=en**");
            assertThat(page.locator("h2").allTextContents()).contains("Among the others, none of them named", "Charts");
        });
        assertThat(complaints).isEmpty();
    }

    /** Every chart of the page is there and has a size. */
    private static void drawn(Page page) {
        page.waitForLoadState(LoadState.NETWORKIDLE);
        assertThat(page.evaluate("Array.from(document.querySelectorAll('img.chart')).every(chart => chart.complete && chart.naturalWidth > 300 && chart.alt)")).isEqualTo(true);
    }

    private static void withPage(List<String> complaints, Consumer<Page> visit) {
        try (Playwright playwright =
                        Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                com.microsoft.playwright.Browser chromium = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(CHROMIUM.get())
                                .setTimeout(180_000)
                                .setArgs(List.of("--no-sandbox", "--disable-gpu")))) {
            Page page = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions().setLocale("zh-CN"))
                    .newPage();
            page.onConsoleMessage(message -> complaints.add(message.type() + " " + message.text()));
            page.setDefaultTimeout(180_000);
            visit.accept(page);
        }
    }

    private void logIn(Page page, String name) {
        page.navigate("http://localhost:" + port + "/console");
        page.fill("input[name=name]", name);
        page.fill("input[name=password]", "a-long-enough-password");
        page.click("button.main-act");
        page.waitForSelector(".figures");
    }
}
