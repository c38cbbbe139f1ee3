package io.jinqiao.workbench.doctor;

import io.jinqiao.adapter.codec.LengthPrefix;
import io.jinqiao.adapter.descriptor.Channel;
import io.jinqiao.adapter.descriptor.PartnerDescriptor;
import io.jinqiao.message.Operation;
import io.jinqiao.signing.TlsIdentity;
import io.jinqiao.workbench.doctor.wire.Crossing;
import io.jinqiao.workbench.doctor.wire.Endpoint;
import io.jinqiao.workbench.doctor.wire.Handshake;
import io.jinqiao.workbench.doctor.wire.Line;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Name, connection, handshake, one question, its answer; and when the question is refused, the same question in other ways. */
final class WireExamination {
    private final Setup setup;
    private final Folder folder;
    private final Papers papers;
    private final PaperChecks checks;
    private final Channel channel;
    private final Doctor.Limits limits;
    private final Chart chart;
    private final PartnerDescriptor partner;
    private int asked;

    WireExamination(
            Setup setup, Folder folder, Papers papers, PaperChecks checks, Channel channel, Doctor.Limits limits, Chart chart) {
        this.setup = setup;
        this.folder = folder;
        this.papers = papers;
        this.checks = checks;
        this.channel = channel;
        this.limits = limits;
        this.chart = chart;
        this.partner = folder.dialect().descriptor();
    }

    /** @return questions sent */
    int run() {
        Endpoint endpoint = endpoint();
        if (endpoint != null) {
            Line line = line(endpoint);
            ConnectionChecks connection = new ConnectionChecks(line, channel, papers, checks);
            if (stands(connection, line)) {
                ask(connection, line);
            }
        }
        return asked;
    }

    private @Nullable Endpoint endpoint() {
        try {
            Endpoint endpoint = Endpoint.of(channel);
            chart.good(Probe.ADDRESS, endpoint + (endpoint.tls() ? "" : " (TLS –)"));
            return endpoint;
        } catch (IllegalArgumentException e) {
            chart.done(Probe.ADDRESS, List.of(Symptom.of(Sign.NO_ADDRESS, channel.address())), "");
            return null;
        }
    }

    private Line line(Endpoint endpoint) {
        LengthPrefix prefix = partner.frame() == null ? null : new LengthPrefix(partner.frame(), partner.charset());
        return new Line(endpoint, identity(), channel.connectTimeout(), patience(), prefix, partner.limits().reply() + 1);
    }

    private @Nullable TlsIdentity identity() {
        String ours = channel.ourIdentity();
        try {
            return ours == null || !papers.keys().containsKey(ours) ? null : papers.room().keys().tls(ours);
        } catch (IllegalArgumentException e) {
            return null; // a key TLS cannot use: the pair or the kind was told before
        }
    }

    private Duration patience() {
        return partner.operation(Operation.STATUS_ENQUIRY).map(rule -> rule.replyTimeout()).orElse(channel.replyTimeout());
    }

    private boolean stands(ConnectionChecks connection, Line line) {
        Optional<Symptom> unreached = connection.reach();
        chart.done(Probe.CONNECTION, unreached.stream().toList(), line.endpoint().toString());
        if (unreached.isPresent()) {
            chart.unchecked(Probe.TLS, line.endpoint().toString());
            return false;
        }
        if (!line.endpoint().tls()) {
            return true;
        }
        Handshake handshake = line.shake();
        Optional<Symptom> wrong = connection.judge(handshake);
        if (wrong.isEmpty() && channel.ourIdentity() == null && line.endpoint().http()) {
            wrong = Optional.of(Symptom.of(Sign.ASKED_NOTHING_SHOWN)); // the gateway opens no such channel
        }
        chart.done(Probe.TLS, wrong.stream().toList(), handshake.protocol());
        return wrong.isEmpty();
    }

    private void ask(ConnectionChecks connection, Line line) {
        Question question = new Question(folder.dialect(), papers, setup.clock());
        String missing = question.missing();
        if (missing != null) {
            chart.unchecked(Probe.ENQUIRY, missing);
            return;
        }
        Question.Written written = java.util.Objects.requireNonNull(question.write(question.agreed()));
        asked++;
        Crossing crossing = line.call(written.call());
        if (crossing instanceof Crossing.Nothing nothing) {
            Symptom silent = connection.unanswered(nothing.fault(), patience().toSeconds() + " s");
            chart.done(Probe.ENQUIRY, List.of(silent), "");
            if (silent.sign() == Sign.NO_ANSWER) {
                otherwise(question, line, "");
            }
            return;
        }
        Crossing.Answer answer = (Crossing.Answer) crossing;
        chart.good(Probe.ENQUIRY, written.id().value());
        clocks(answer.date());
        Reading reading = new Reading(folder, papers, setup.clock().instant()).of(written, answer);
        reading.seen().forEach((probe, seen) -> chart.done(probe, seen, ""));
        reading.refusal().ifPresent(refused -> otherwise(question, line, refused.fact(0)));
    }

    private void clocks(@Nullable Instant theirs) {
        if (theirs == null) {
            chart.unchecked(Probe.CLOCK, "没有 Date 头 / no Date header");
            return;
        }
        Duration apart = Duration.between(theirs, setup.clock().instant());
        boolean agree = apart.abs().compareTo(partner.freshness()) <= 0;
        chart.done(Probe.CLOCK, List.of(agree ? Symptom.of(Sign.CLOCKS_AGREE) : Symptom.of(Sign.CLOCKS_APART, apart.truncatedTo(java.time.temporal.ChronoUnit.SECONDS).toString())), "");
    }

    /** Whether this answer says what is different: because the question was taken, or by the way the answer is written itself. */
    private boolean told(Alternatives.Other other, Question.Written written, Crossing.Answer answer) {
        Reading reading = new Reading(folder, papers, setup.clock().instant()).of(written, answer);
        List<Symptom> shown = reading.seen().values().stream().flatMap(List::stream).filter(s -> s.sign().shownByAnswer()).toList();
        if (shown.isEmpty() && !reading.understood()) {
            return false;
        }
        chart.done(Probe.ALTERNATIVES, shown.isEmpty() ? List.of(other.told()) : shown, "");
        return true;
    }

    /** Asks again, one thing changed at a time, until one way is taken. */
    private void otherwise(Question question, Line line, String codes) {
        List<Alternatives.Other> others = new Alternatives(folder, papers, question.agreed()).to(codes);
        if (others.isEmpty() || !chart.symptoms().stream().allMatch(s -> s.sign().leavesOpen())) {
            return;
        }
        List<String> tried = new ArrayList<>();
        boolean all = true;
        for (Alternatives.Other other : others) {
            Question.Written written = question.write(other.way());
            if (written == null) {
                continue;
            }
            if (asked >= limits.requests()) {
                all = false;
                break;
            }
            asked++;
            tried.add(other.told().fact(0));
            if (line.call(written.call()) instanceof Crossing.Answer answer && told(other, written, answer)) {
                return;
            }
        }
        Sign none = all ? Sign.ACCEPTS_NOTHING : Sign.ACCEPTS_NOTHING_YET;
        chart.done(Probe.ALTERNATIVES, List.of(Symptom.of(none, question.agreed().key(), String.join(" | ", tried))), "");
    }
}
