package io.jinqiao.workbench.conformance;

import io.jinqiao.adapter.codec.Dialect;
import io.jinqiao.message.CanonicalMessage;
import io.jinqiao.message.Operation;
import io.jinqiao.workbench.samples.Sample;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** The real channel in both directions: the first sound sample of an operation speaks for it, and what is not spoken is listed with why. */
final class BothWays {
    private static final Words CHANNEL = new Words("真实通道", "over the real channel");

    private final LiveHouse house;
    private final List<Sample> samples;
    private final Recorder recorder;
    private final Predicate<Operation> which;

    /** @param which operations are tried */
    BothWays(LiveHouse house, List<Sample> samples, Recorder recorder, Predicate<Operation> which) {
        this.which = which;
        this.house = house;
        this.samples = samples;
        this.recorder = recorder;
    }

    void run(Agreement agreement, Findings findings) {
        samples.stream()
                .filter(sample -> !sample.faulty() && sample.centreSpeaks())
                .forEach(sample -> house.knows(Operation.of(sample.name().substring(0, sample.name().indexOf('.'))), sample.canonical()));
        each(false, new ChannelConformance(house, agreement, recorder, findings)::bankCalls);
        each(true, new OutwardConformance(house, recorder, findings)::weCall);
    }

    private void each(boolean centreSpeaks, BiConsumer<Operation, CanonicalMessage> trials) {
        for (Operation operation : spoken(house.dialect(), centreSpeaks).stream().filter(which).toList()) {
            if (!house.plays(operation)) {
                notRun(recorder, operation, centreSpeaks, new Words("独立模拟器不会说该业务", "the simulator of its own does not speak of this operation"));
                continue;
            }
            samples.stream()
                    .filter(sample -> sample.name().startsWith(operation.id() + ".") && !sample.faulty() && sample.centreSpeaks() == centreSpeaks)
                    .findFirst()
                    .ifPresentOrElse(
                            sample -> trials.accept(operation, operation.read(sample.canonical())),
                            () -> notRun(recorder, operation, centreSpeaks, new Words("没有这个方向的样例", "no sample of this direction")));
        }
    }

    /** Nothing could be sent at all. */
    static void nothing(Dialect centre, Recorder recorder, Words why) {
        for (boolean centreSpeaks : new boolean[] {false, true}) {
            spoken(centre, centreSpeaks).forEach(operation -> notRun(recorder, operation, centreSpeaks, why));
        }
    }

    /** @param what tells this trial from the others of its operation, direction and kind */
    static Trial trial(Operation operation, boolean centreSpeaks, Trial.Kind kind, String what, Words words) {
        return new Trial(operation, centreSpeaks, kind, Trial.Level.CHANNEL, name(operation, centreSpeaks) + "." + kind.name().toLowerCase(Locale.ROOT) + "." + what, words);
    }

    private static void notRun(Recorder recorder, Operation operation, boolean centreSpeaks, Words why) {
        Trial trial = new Trial(operation, centreSpeaks, Trial.Kind.GOOD, Trial.Level.CHANNEL, name(operation, centreSpeaks), CHANNEL);
        recorder.run(trial, () -> new Outcome.NotRun(why));
    }

    private static String name(Operation operation, boolean centreSpeaks) {
        return operation.id() + ".channel." + (centreSpeaks ? "centre" : "partner");
    }

    /** Status enquiries of ours are asked by the pipe itself, not by anybody's message. */
    private static List<Operation> spoken(Dialect centre, boolean centreSpeaks) {
        return centre.descriptor().operations().keySet().stream()
                .filter(operation -> CodecConformance.directions(operation).contains(centreSpeaks) && !(centreSpeaks && operation == Operation.STATUS_ENQUIRY))
                .sorted()
                .toList();
    }
}
