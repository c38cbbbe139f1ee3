package io.jinqiao.workbench.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.jinqiao.Jinqiao;
import io.jinqiao.assessment.Assessments;
import io.jinqiao.console.Callers;
import io.jinqiao.console.Role;
import io.jinqiao.console.Seed;
import io.jinqiao.message.ApprovalOpinion;
import io.jinqiao.message.LoanApplication;
import io.jinqiao.message.Operation;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Scorecard;
import io.jinqiao.message.ScorecardObjection;
import io.jinqiao.rulebook.Sources;
import io.jinqiao.opinion.Opinions;
import io.jinqiao.signing.Keys;
import io.jinqiao.signing.SigningRoom;
import io.jinqiao.workbench.development.DevelopmentHouse;
import io.jinqiao.workbench.development.DevelopmentProfile;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Twelve good applications and eight wrong ones on their way through a real gateway, told to the person at the terminal. */
final class Journey implements AutoCloseable {
    private static final int GOOD = 12;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final PrintStream out;
    private final Progress progress;
    private final DevelopmentHouse house;
    private final Banks banks;
    private final RegistryOffice office;
    private final ConfigurableApplicationContext gateway;
    private final WoundClock clock;
    private final Duration offset;
    private final LocalDate today;
    private final Map<String, LoanApplication> applications = new LinkedHashMap<>();
    private final String base;
    private final StandInCore core;

    private Journey(Path home, int port, int partnersPort, PrintStream out) {
        this.out = out;
        this.progress = new Progress(out);
        this.base = "http://127.0.0.1:" + port;
        progress.step("开发用身份、PostgreSQL、时间戳 / identities, PostgreSQL, time-stamps");
        house = DevelopmentHouse.open(home);
        BusinessClock begins = BusinessClock.of(house.data(), new Sources(home, Journey.class.getClassLoader()));
        clock = new WoundClock(begins.offset());
        offset = begins.offset();
        progress.step("四家模拟银行和一家登记机构，各有自己的报文实现 / four simulated banks and a registry, each with its own implementation of its wire");
        banks = Banks.start(home, house);
        office = RegistryOffice.start(home, house, begins.clock());
        progress.step("网关 / the gateway");
        gateway = gateway(port, partnersPort);
        house.database().stopAfter(gateway::close);
        today = LocalDate.now(clock.withZone(ZONE));
        banks.call(gateway);
        office.call(gateway);
        core = core();
    }

    static Journey begin(Path home, int port, int partnersPort, PrintStream out) {
        return new Journey(home, port, partnersPort, out);
    }

    private ConfigurableApplicationContext gateway(int port, int partnersPort) {
        SpringApplication application = Jinqiao.application(DevelopmentProfile.class);
        application.addInitializers(context -> ((ConfigurableApplicationContext) context).getBeanFactory().addBeanPostProcessor(clock));
        Map<String, Object> settings = house.settings();
        settings.put("server.port", port);
        settings.put("jinqiao.partners.port", partnersPort);
        settings.putAll(banks.addresses());
        settings.putAll(office.settings());
        settings.put("jinqiao.opinion.formats", "pdf,ofd");
        settings.put("jinqiao.loan.assumptions", "workbench/assumed-limits.yaml");
        settings.put("jinqiao.assessment.contracts", "workbench/demo-bank-contracts.yaml");
        settings.put("springdoc.api-docs.enabled", "true");
        settings.put("springdoc.swagger-ui.enabled", "true");
        settings.put("logging.config", "classpath:workbench/logback-demo.xml");
        System.setProperty("jinqiao.log", house.data().resolve("gateway.log").toString());
        System.clearProperty("logback.configurationFile"); // of the workbench's tools; the gateway brings its own
        // as arguments: they go before what application.yaml says
        return application.run(settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new));
    }

    /** @return whether everything went as it should */
    boolean walk() throws Exception {
        People.seed(gateway, banks.names(), out);
        banks.names().forEach(bank -> Standings.open(gateway, new PartnerId(bank)));
        lastMonth();
        seal();
        Thread thread = new Thread(core, "stand-in-core");
        thread.setDaemon(true);
        thread.start();
        List<Report.Line> refused = handIn();
        boolean arrived = awaitOpinions();
        afterOpinions();
        Mortgages mortgages = new Mortgages(progress, banks, office, core.reviewer(), core.approver(), today, applications);
        boolean registered = mortgages.walk();
        boolean told = new DailyFiles(progress, banks.files(), gateway, today).walk(out);
        assess();
        boolean well = told & Report.print(out, applications, refused, core.reviewer(), base);
        boolean scored = Report.scores(out, core.approver(), base);
        return Report.registrations(out, mortgages.walked(), core.reviewer()) && well && arrived && registered && scored;
    }

    /** A month that is over, in which every bank can be graded; only the first time. */
    private void lastMonth() {
        LastMonth month = new LastMonth(gateway, banks, clock, today);
        if (month.isOver()) {
            return;
        }
        progress.step("上个月：虚构存量贷款的还款、催收与对账，考核冻结、评分、告知银行 / last month: invented loans are paid, collected and reconciled; frozen, scored, told");
        month.walk(progress);
        clock.wind(offset);
        month.assess();
    }

    /** The days since; what too few cases stand behind is not graded, and it says so. */
    private void assess() throws InterruptedException {
        objection();
        progress.step("银行考核：本期至今（样本不足的指标不计分） / the banks' running period is scored; what has too few cases grades nobody");
        Assessments assessments = gateway.getBean(Assessments.class);
        assessments.banks().forEach(assessments::watch);
    }

    /** The bank that did worst contests one of the cases it was told of, by a message in its own form. */
    private void objection() throws InterruptedException {
        progress.step("银行收到评分单并签收；一家对一个案例提出异议 / the banks take their scorecards; one contests a case");
        int names = banks.names().size();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (told().size() < names && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
        told().stream().filter(one -> one.standing() == Scorecard.Standing.SUSPENDED).findFirst().ifPresent(one -> banks.branch(names - 1).tell(
                "objection-" + one.scorecardNo(),
                new ScorecardObjection(
                        "YY-" + one.scorecardNo(), one.scorecardNo(), List.of(new ScorecardObjection.Contested(one.cases().get(0).caseNo(), "已按时联系，见录音 / contacted in time", null)),
                        "T1001")));
    }

    private List<Scorecard> told() {
        return banks.received(Operation.SCORECARD, Scorecard.class);
    }

    private void seal() {
        Callers callers = gateway.getBean(Callers.class);
        try (SigningRoom works = house.chairOf("sealmaker")) {
            Sealing.prepare(
                    works,
                    gateway.getBean(Keys.class).get("centre-seal-sm2").certificate(),
                    new Api(base, callers.issue("seal-keeper", Set.of(Role.ADMINISTRATOR), "demonstration")),
                    new Api(base, callers.issue("seal-approval", Set.of(Role.APPROVER), "demonstration")));
        }
    }

    private StandInCore core() {
        return new StandInCore(
                admitted("core-review", Role.REVIEWER, "core-reviewer"), admitted("core-approval", Role.APPROVER, "core-approver"));
    }

    /** A program whose token lies with the other identities, so that people can ask the addresses for themselves. */
    private Api admitted(String name, Role role, String file) {
        String token = house.certificates().token(file);
        gateway.getBean(Callers.class).admit(name, Set.of(role), token, "demonstration");
        return new Api(base, token);
    }

    private List<Report.Line> handIn() {
        progress.step("二十笔申请（十二笔正确，八笔各错一处） / twenty applications, twelve good, eight each wrong in another way");
        List<Report.Line> refused = new java.util.ArrayList<>();
        int done = 0;
        int all = GOOD + Fault.values().length;
        for (int n = 0; n < GOOD; n++) {
            LoanApplication application = InventedApplications.application("DEMO", n, today);
            applications.put(application.applicationNo(), application);
            office.knows(application);
            banks.branch(n).handIn(application, n);
            progress.bar(application.applicationNo(), ++done, all);
        }
        for (Fault fault : Fault.values()) {
            int n = fault == Fault.SAME_KEY_OTHER_CONTENT ? 0 : Branch.numberOf(fault);
            LoanApplication application = InventedApplications.application("DEMO", n, today);
            String answer = banks.branch(0).handIn(application, fault);
            refused.add(new Report.Line(application.applicationNo(), fault.words(), answer));
            progress.bar(application.applicationNo(), ++done, all);
        }
        return refused;
    }

    private boolean awaitOpinions() throws InterruptedException {
        progress.step("核心系统（替身）复核、审批；盖章审批意见送达银行 / review and approval by the stand-in core; sealed opinions to the bank");
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        int arrived = 0;
        while (arrived < GOOD && System.nanoTime() < deadline) {
            arrived = (int) applications.keySet().stream().filter(this::opinionArrived).count();
            progress.bar("审批意见 / opinions", arrived, GOOD);
            TimeUnit.MILLISECONDS.sleep(200);
        }
        return arrived == GOOD;
    }

    private boolean opinionArrived(String applicationNo) {
        return opinions().stream().anyMatch(o -> o.applicationNo().equals(applicationNo));
    }

    private List<ApprovalOpinion> opinions() {
        return banks.received(Operation.APPROVAL_OPINION, ApprovalOpinion.class);
    }

    private void afterOpinions() {
        progress.step("网点打印，借款人签约 / the branch prints, the borrowers sign");
        int done = 0;
        List<ApprovalOpinion> opinions = opinions();
        for (ApprovalOpinion opinion : opinions) {
            LoanApplication application = applications.get(opinion.applicationNo());
            if (application != null) {
                banks.branchOf(opinion).received(opinion, application, today);
            }
            progress.bar(opinion.opinionNo(), ++done, opinions.size());
        }
        printOne(opinions);
    }

    private void printOne(List<ApprovalOpinion> opinions) {
        if (!opinions.isEmpty()) {
            progress.step("一份意见的两种文件 / both files of one opinion");
            Sealing.print(
                    gateway.getBean(Opinions.class), opinions.get(0).opinionNo(), house.data().resolve("opinions"), out);
        }
    }

    @Override
    public void close() {
        core.stop();
        gateway.close();
        banks.close();
        office.close();
        house.close();
    }
}
