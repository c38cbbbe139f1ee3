package io.jinqiao.workbench.conformance;

import io.jinqiao.adapter.codec.Dialect;
import io.jinqiao.adapter.descriptor.Channel;
import io.jinqiao.adapter.descriptor.OperationRule;
import io.jinqiao.adapter.descriptor.PartnerDescriptor;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Reply;
import io.jinqiao.signing.SigningRoom;
import io.jinqiao.workbench.check.TestData;
import io.jinqiao.workbench.conformance.InwardDesk.Visit;
import io.jinqiao.workbench.doctor.wire.Endpoint;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The agreed cases against somebody else's system, from the first handshake to what they sent us. */
final class AgreedRun {
    private static final long LOOK_MILLIS = 200;

    private final Conformance conformance;
    private final SigningRoom room;
    private final Terms terms;
    private final Clock clock;

    /**
     * @param perMinute most messages in a minute
     * @param hostile whether somebody of theirs agreed to spoilt bytes
     * @param port where they may call us; null: nowhere, 0: any
     * @param patience how long we wait for their calls
     */
    record Terms(Endpoint endpoint, int perMinute, boolean hostile, @Nullable Integer port, Duration patience) {}

    AgreedRun(Conformance conformance, SigningRoom room, Terms terms, Clock clock) {
        this.conformance = conformance;
        this.room = room;
        this.terms = terms;
        this.clock = clock;
    }

    /** @param opened is told the port on which they may call */
    void run(TestData data, Consumer<Integer> opened) {
        Dialect centre = conformance.centre();
        PartnerDescriptor partner = centre.descriptor();
        AgreedTrials trials = new AgreedTrials(conformance.recorder(), new Findings(conformance.agreement(), partner.charset()), conformance.agreement());
        ForeignLine line = new ForeignLine(centre, terms.endpoint(), room, new Pace(terms.perMinute()), clock);
        boolean stands = stands(trials, line, partner);
        if (stands) {
            new AgreedConformance(line, data, enabled(partner), trials).run();
            if (terms.hostile()) {
                new AgreedHostile(line, partner.freshness(), partner.frame() != null, trials).run();
            }
        }
        new AgreedTimes(centre, line, stands, trials).run();
        new AgreedInward(centre, trials).judge(terms.port() == null ? null : received(centre, terms.port(), opened));
    }

    /** Before anything is said: whether the agreed one is at the other end. */
    private boolean stands(AgreedTrials trials, ForeignLine line, PartnerDescriptor partner) {
        boolean[] well = {false};
        trials.agreed(Operation.STATUS_ENQUIRY, "connection", new Words("连接与服务器证书", "connection and server certificate"), trial -> {
            if (!partner.serviceHours().open(clock.instant())) {
                return Outcome.notRun("现在不是对方服务时间，对外用例均未执行", "outside their service hours: nothing was sent");
            }
            String strange = line.strange();
            well[0] = strange == null;
            return strange == null ? new Outcome.Passed() : trials.findings().whole(trial, "the agreed certificate / 约定的证书", strange, new byte[0], "核对 their-identities 与地址；可运行 doctor", "compare their-identities and the address; doctor says more");
        });
        return well[0];
    }

    private static Set<Operation> enabled(PartnerDescriptor partner) {
        return partner.operations().values().stream().filter(OperationRule::enabled).map(OperationRule::operation).collect(Collectors.toUnmodifiableSet());
    }

    private List<Visit> received(Dialect centre, int port, Consumer<Integer> opened) {
        PartnerDescriptor partner = centre.descriptor();
        InwardDesk desk = new InwardDesk(centre, room, samples(), clock);
        Channel in = partner.channel(Channel.Direction.IN).orElseThrow(() -> new IllegalArgumentException("目录没有来向通道 / the folder has no inward channel"));
        try (InwardDoor door = InwardDoor.open(in, partner.frame(), room, port, partner.largestRequest(), desk::take)) {
            opened.accept(door.port());
            await(desk, enabled(partner).stream().filter(AgreedInward.operations(centre)::contains).collect(Collectors.toSet()));
        }
        return desk.visits();
    }

    /** Until each operation came, or patience ends. */
    private void await(InwardDesk desk, Set<Operation> expected) {
        long end = System.nanoTime() + terms.patience().toNanos();
        while (System.nanoTime() < end && !desk.visits().stream().map(Visit::operation).collect(Collectors.toSet()).containsAll(expected)) {
            try {
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private Map<Operation, Reply> samples() {
        Map<Operation, Reply> samples = new EnumMap<>(Operation.class);
        conformance.samples().stream()
                .filter(sample -> !sample.centreSpeaks() && !sample.faulty() && sample.reply().isAccepted())
                .forEach(sample -> samples.putIfAbsent(sample.framed().operation(), sample.reply()));
        return samples;
    }
}
