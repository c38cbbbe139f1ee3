package io.jinqiao.workbench.demo;

import io.jinqiao.adapter.channel.Listening;
import io.jinqiao.message.CertificateNumber;
import io.jinqiao.message.LoanApplication;
import io.jinqiao.message.LoanApplication.HomeKind;
import io.jinqiao.message.Party;
import io.jinqiao.workbench.development.DevelopmentHouse;
import io.jinqiao.workbench.simulate.Course;
import io.jinqiao.workbench.simulate.Simulators;
import io.jinqiao.workbench.simulate.bank.OwnRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.ApplicationContext;

/** The simulated registry of the demonstration: knows who holds the invented homes, and works a step each simulated working day. */
final class RegistryOffice implements AutoCloseable {
    private static final String AREA = "99";

    private final OwnRegistry registry;

    private RegistryOffice(OwnRegistry registry) {
        this.registry = registry;
    }

    /** @param trade what the gateway's business is kept by, and so the register */
    static RegistryOffice start(Path home, DevelopmentHouse house, Clock trade) {
        return new RegistryOffice(new Simulators(home, house.certificates()).registry(0, trade, line -> { }).start());
    }

    /** Settings that tell a gateway where it is, that the invented homes are its, and who the mortgagee is. */
    Map<String, Object> settings() {
        return Map.of(
                "REGISTRY_URL", "https://localhost:" + registry.port(),
                "jinqiao.mortgage.registries." + AREA, OwnRegistry.PARTNER,
                "jinqiao.mortgage.mortgagees[" + Invented.firm(9000).value() + "]", "样例市住房公积金管理中心");
    }

    void call(ApplicationContext gateway) {
        registry.centreAt(gateway.getBean(Listening.class).port());
    }

    /** Until it is sold the home is the seller's, or the developer's. */
    void knows(LoanApplication application) {
        Party.Role holder = application.homeKind() == HomeKind.RESALE ? Party.Role.SELLER : Party.Role.DEVELOPER;
        application.parties().stream().filter(party -> party.role() == holder).forEach(party -> holds("2018", application, party));
    }

    /** The transfer is registered: the home is the borrower's. @return the new title */
    CertificateNumber transferred(LoanApplication application) {
        return holds("2026", application, application.borrower());
    }

    private CertificateNumber holds(String year, LoanApplication application, Party holder) {
        String serial = application.applicationNo().replaceAll("[^0-9]", "");
        CertificateNumber title = CertificateNumber.title("虚(" + year + ")样例市不动产权第" + serial + "号");
        registry.estate(title.value(), Objects.requireNonNull(application.home().unitNumber()).value(), holder.name(), holder.identity().number());
        return title;
    }

    /** A page is missing in this case. @return false while the registry does not have the case */
    boolean wantsMore(String caseNo) {
        try {
            registry.course(caseNo, Course.SUPPLEMENT);
            return true;
        } catch (IllegalArgumentException notYet) {
            return false;
        }
    }

    /** A simulated working day passes; the centre is called back. */
    void nextDay() throws IOException, InterruptedException {
        registry.nextDay();
    }

    @Override
    public void close() {
        registry.close();
    }
}
