package io.jinqiao.workbench.doctor;

import io.jinqiao.adapter.codec.Codes;
import io.jinqiao.adapter.codec.Dialect;
import io.jinqiao.adapter.codec.FramedReply;
import io.jinqiao.adapter.descriptor.FrameForm.Counts;
import io.jinqiao.adapter.descriptor.PartnerDescriptor;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.Reply;
import io.jinqiao.workbench.doctor.wire.Crossing;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One answer, read as the gateway would, and further where the gateway would stop. For one use. */
final class Reading {
    private static final int OK = 200;

    private final Folder folder;
    private final Papers papers;
    private final Dialect dialect;
    private final PartnerDescriptor partner;
    private final Instant at;
    private final Map<Probe, List<Symptom>> seen = new LinkedHashMap<>();
    private boolean understood;

    Reading(Folder folder, Papers papers, Instant at) {
        this.folder = folder;
        this.papers = papers;
        this.dialect = folder.dialect();
        this.partner = dialect.descriptor();
        this.at = at;
    }

    /** By the stage of reading, in order; a stage that was not reached is not there. */
    Map<Probe, List<Symptom>> seen() {
        return seen;
    }

    /** Whether the partner took the question and said something about it. */
    boolean understood() {
        return understood;
    }

    Optional<Symptom> refusal() {
        return seen.getOrDefault(Probe.VERDICT, List.of()).stream().filter(s -> s.sign() == Sign.REFUSES).findFirst();
    }

    Reading of(Question.Written question, Crossing.Answer answer) {
        byte[] frame = answer.body();
        Optional<Symptom> outside = answer.status() == OK ? frame(frame) : Optional.of(status(answer.status(), question.call().path()));
        if (outside.isEmpty()) {
            outside = charset(partner.frame() == null ? frame : new Frames(partner).message(frame), answer.headers().get("content-type"));
        }
        seen.put(Probe.FRAME, outside.stream().toList());
        FramedReply framed = outside.isEmpty() ? framed(answer, frame) : null;
        if (framed != null) {
            seen.put(Probe.SIGNATURE, new SignatureReading(folder, papers, framed, at).read(frame).stream().toList());
            SealReading.Opened opened = new SealReading(folder, papers).open(framed);
            if (framed.sealed() != null) {
                seen.put(Probe.ENVELOPE, opened.wrong().stream().toList());
            }
            if (opened.reply() != null) {
                seen.put(Probe.VERDICT, verdict(question.id(), opened.reply()).stream().toList());
            }
        }
        return this;
    }

    private static Symptom status(int status, String path) {
        return switch (status) {
            case 301, 302, 303, 307, 308, 404, 405, 410 -> Symptom.of(Sign.ANSWERS_NOT_FOUND, "HTTP " + status + " " + path);
            case 401, 403, 407 -> Symptom.of(Sign.ANSWERS_FORBIDDEN, "" + status);
            default -> Symptom.of(status >= 500 ? Sign.ANSWERS_DOWN : Sign.UNREADABLE, status >= 500 ? "" + status : "HTTP " + status);
        };
    }

    private Optional<Symptom> frame(byte[] frame) {
        if (partner.frame() == null) {
            return Optional.empty();
        }
        Frames frames = new Frames(partner);
        Counts counts = frames.counted(frame);
        if (counts == null) {
            return Optional.of(frames.startsLikeTls(frame) ? Symptom.of(Sign.SPEAKS_TLS) : Symptom.of(Sign.UNREADABLE, "header, " + frame.length + " bytes"));
        }
        return counts == partner.frame().counts() ? Optional.empty() : Optional.of(Symptom.of(Sign.LENGTH_COUNTS_OTHERWISE, Forms.word(counts)));
    }

    private Optional<Symptom> charset(byte[] message, @Nullable String contentType) {
        String other = Charsets.other(message, partner.charset(), contentType);
        return other == null ? Optional.empty() : Optional.of(Symptom.of(Sign.OTHER_CHARSET, other, partner.charset().name()));
    }

    private @Nullable FramedReply framed(Crossing.Answer answer, byte[] frame) {
        try {
            return dialect.openReply(OK, answer.headers(), frame);
        } catch (Refusal e) {
            seen.put(Probe.FRAME, List.of(Symptom.of(Sign.UNREADABLE, words(e.problems()))));
            return null;
        }
    }

    private Optional<Symptom> verdict(MessageId id, FramedReply reply) {
        Reply read = dialect.decodeReply(Operation.STATUS_ENQUIRY, id, reply);
        if (read instanceof Reply.Unknown unknown && unknown.cause() == Reply.Cause.UNTRUSTED) {
            read = dialect.decodeReply(Operation.STATUS_ENQUIRY, null, reply);
            if (!(read instanceof Reply.Rejected)) {
                return Optional.of(Symptom.of(Sign.UNREADABLE, unknown.detail()));
            }
        }
        if (outsideASession(read)) {
            understood = true;
            return Optional.empty();
        }
        understood = !(read instanceof Reply.Rejected);
        return read.fold(taken -> Optional.empty(), rejected -> Optional.of(refused(rejected.problems())), this::open);
    }

    /** The doctor opens no sessions: that the partner asks for one, signed, shows that everything outside the session was understood. */
    private boolean outsideASession(Reply read) {
        return dialect.sealing() != null
                && dialect.sealing().session() != null
                && read instanceof Reply.Rejected rejected
                && rejected.problems().stream().allMatch(problem -> problem.code() == FailureCode.SESSION_EXPIRED);
    }

    private Optional<Symptom> open(Reply.Unknown unknown) {
        return switch (unknown.cause()) {
            case UNSEEN_CODE -> Optional.of(Symptom.of(Sign.SAYS_UNSEEN_CODE, unknown.detail()));
            case SILENT -> Optional.of(Symptom.of(Sign.REFUSES, "gateway.busy", "", unknown.detail()));
            case UNREADABLE -> Optional.of(Symptom.of(Sign.UNREADABLE, unknown.detail()));
            default -> Optional.empty();
        };
    }

    private Symptom refused(List<Problem> problems) {
        String codes = problems.stream().flatMap(p -> codes(p).stream()).distinct().collect(Collectors.joining(" "));
        String field = problems.stream().map(Problem::theirField).filter(java.util.Objects::nonNull).findFirst().orElse("");
        boolean constant = folder.constants().containsKey(field.substring(field.lastIndexOf('/') + 1));
        return Symptom.of(Sign.REFUSES, codes, field, words(problems), constant ? "constant" : "");
    }

    /** The exact code when the partner gives it in its list, else everything its return code stands for. */
    private List<String> codes(Problem problem) {
        if (problem.arguments().isEmpty() && problem.code() != FailureCode.PARTNER_REFUSED) {
            return List.of(problem.code().code());
        }
        String theirs = problem.arguments().isEmpty() ? "" : problem.arguments().get(0).split(" ")[0];
        List<String> meant = folder.codes().refusals().stream()
                .filter(r -> r.code().equals(theirs))
                .map(Codes.Refusing::failures)
                .filter(failures -> !failures.equals("*"))
                .toList();
        return meant.isEmpty() ? List.of(problem.code().code()) : meant;
    }

    private static String words(List<Problem> problems) {
        return problems.stream()
                .map(p -> (p.code().code() + " " + (p.theirField() == null ? "" : p.theirField() + " ") + String.join(" ", p.arguments())).strip())
                .collect(Collectors.joining("; "));
    }
}
