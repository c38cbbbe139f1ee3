package io.jinqiao.workbench.demo;

import io.jinqiao.adapter.Catalogue;
import io.jinqiao.adapter.channel.Listening;
import io.jinqiao.adapter.descriptor.Channel;
import io.jinqiao.message.ApprovalOpinion;
import io.jinqiao.message.CanonicalMessage;
import io.jinqiao.message.IdGenerator;
import io.jinqiao.message.Operation;
import io.jinqiao.message.PartnerId;
import io.jinqiao.workbench.development.DevelopmentHouse;
import io.jinqiao.workbench.simulate.SimulatedPartner;
import io.jinqiao.workbench.simulate.Simulators;
import io.jinqiao.workbench.simulate.bank.files.FileSide;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationContext;

/** The simulated banks of the demonstration and their branches. The first one also hands in what is wrong. */
final class Banks implements AutoCloseable {
    private static final List<String> NAMES = List.of("icbc", "abc", "ccb", "psbc");

    private final DevelopmentHouse house;
    private final Simulators simulators;
    private final Map<String, SimulatedPartner> banks = new LinkedHashMap<>();
    private final Map<String, Branch> branches = new LinkedHashMap<>();
    private final Map<String, FileSide> files = new LinkedHashMap<>();

    private Banks(Path home, DevelopmentHouse house) {
        this.house = house;
        this.simulators = new Simulators(home, house.certificates());
    }

    static Banks start(Path home, DevelopmentHouse house) {
        Banks started = new Banks(home, house);
        NAMES.forEach(name -> started.banks.put(name, started.simulators.bank(name, 0, line -> { }).start()));
        NAMES.forEach(name -> started.simulators.files(name, 0, line -> { }).ifPresent(side -> started.files.put(name, side.open())));
        return started;
    }

    /** Settings that tell a gateway where they listen. */
    Map<String, Object> addresses() {
        Map<String, Object> addresses = new HashMap<>(Map.of(
                "ICBC_URL", https("icbc"),
                "ABC_ADDRESS", "localhost:" + banks.get("abc").port(),
                "CCB_URL", https("ccb"),
                "PSBC_URL", https("psbc")));
        files.values().forEach(side -> addresses.putAll(side.settings()));
        return addresses;
    }

    /** Their side of files. */
    Map<String, FileSide> files() {
        return files;
    }

    private String https(String name) {
        return "https://localhost:" + banks.get(name).port();
    }

    /** From now on the branches know where the gateway is. */
    void call(ApplicationContext gateway) {
        for (String name : NAMES) {
            branches.put(
                    name,
                    new Branch(
                            simulators.branch(name, door(gateway, new PartnerId(name))),
                            new Mailbag(house.data().resolve("simulated/" + name + "/mailbag")),
                            gateway.getBean(IdGenerator.class),
                            Clock.systemUTC()));
        }
    }

    private static int door(ApplicationContext gateway, PartnerId bank) {
        Listening listening = gateway.getBean(Listening.class);
        Channel in = gateway.getBean(Catalogue.class)
                .partner(bank)
                .flatMap(dialect -> dialect.descriptor().channel(Channel.Direction.IN))
                .orElseThrow();
        return in.kind().equals("tcp") ? listening.port(bank, in) : listening.port();
    }

    List<String> names() {
        return NAMES;
    }

    /** Banks take turns. */
    Branch branch(int n) {
        return branches.get(NAMES.get(n % NAMES.size()));
    }

    /** The branch of the bank that was sent this opinion. */
    Branch branchOf(ApprovalOpinion opinion) {
        return banks.entrySet().stream()
                .filter(bank -> bank.getValue().received(Operation.APPROVAL_OPINION, ApprovalOpinion.class).contains(opinion))
                .map(bank -> branches.get(bank.getKey()))
                .findFirst()
                .orElseThrow();
    }

    /** What all banks together have taken. */
    <T extends CanonicalMessage> List<T> received(Operation operation, Class<T> type) {
        return banks.values().stream().flatMap(bank -> bank.received(operation, type).stream()).toList();
    }

    @Override
    public void close() {
        files.values().forEach(FileSide::close);
        banks.values().forEach(SimulatedPartner::close);
    }
}
