package io.jinqiao.adapter;

import io.jinqiao.adapter.descriptor.FileRule;
import io.jinqiao.adapter.file.FileExchange;
import io.jinqiao.adapter.file.FileRefusal;
import io.jinqiao.delivery.Inbox;
import io.jinqiao.delivery.Inbox.StoredAnswer;
import io.jinqiao.evidence.Journal;
import io.jinqiao.evidence.RecordId;
import io.jinqiao.message.Content;
import io.jinqiao.message.Digest;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.FileHead;
import io.jinqiao.message.FileKind;
import io.jinqiao.message.FileResult;
import io.jinqiao.message.FileResult.LineProblem;
import io.jinqiao.message.IdGenerator;
import io.jinqiao.message.IncomingFile;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/**
 * The inward pipe of files: digest, was it answered before, record, read and decide, answer. The bytes are recorded before anything is made of them; the
 * list of them, the effects of the rows and the answer are one commit.
 */
@Component("fileGateway")
class FileReception implements FileDoor {
    private static final Logger LOG = LoggerFactory.getLogger(FileReception.class);

    private final Catalogue catalogue;
    private final FileBusiness business;
    private final FileEvidence evidence;
    private final FileSeals seals;
    private final Journal journal;
    private final Inbox inbox;
    private final Clock clock;
    private final IdGenerator ids;

    FileReception(
            Catalogue catalogue,
            FileBusiness business,
            FileEvidence evidence,
            FileSeals seals,
            Journal journal,
            Inbox inbox,
            Clock clock,
            IdGenerator ids) {
        this.catalogue = catalogue;
        this.business = business;
        this.evidence = evidence;
        this.seals = seals;
        this.journal = journal;
        this.inbox = inbox;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public FileAnswer receive(FileArrival arrival) {
        String trace = ids.next().value();
        MDC.put("trace", trace);
        try {
            journal.requireOpen();
            FileTrail trail = trail(arrival, trace);
            StoredAnswer before = inbox.answered(trail.partner(), trail.digest());
            return before == null ? first(trail) : again(trail, before);
        } finally {
            MDC.remove("trace");
        }
    }

    private FileTrail trail(FileArrival arrival, String trace) {
        PartnerId partner = new PartnerId(arrival.partner());
        FileExchange exchange = catalogue.files(partner).get(arrival.kind());
        if (exchange == null) {
            throw new IllegalArgumentException("no files of " + arrival.kind().id() + " are agreed with " + partner);
        }
        try {
            long size = Files.size(arrival.file());
            long limit = limit(partner, arrival.kind());
            Digest digest = size > limit ? FileEvidence.unread(arrival, size) : FileEvidence.digest(arrival.file());
            return new FileTrail(arrival, partner, exchange, digest, size, limit, FileEvidence.id(arrival), clock.instant(), trace);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long limit(PartnerId partner, FileKind kind) {
        FileRule rule = catalogue.partner(partner).orElseThrow().descriptor().files().get(kind);
        return rule == null ? Long.MAX_VALUE : rule.largest();
    }

    private FileAnswer again(FileTrail trail, StoredAnswer before) {
        business.fileInOneCommit(unused -> journal.append(
                evidence.received(trail, new Content.Rows(List.of()), seals.judge(trail), null, before.record()),
                received -> evidence.answered(trail, before.bytes(), null, received)));
        return stored(trail, before);
    }

    private FileAnswer first(FileTrail trail) {
        // a file over its limit is not read at all, not for its proof either
        Content.Rows parts = trail.tooLarge() ? new Content.Rows(List.of()) : evidence.parts(trail);
        FileSeals.Seen seen = seals.judge(trail);
        try {
            if (seen != null) {
                seen.verdict().requireAccepted();
            }
            requireAgreed(trail);
            return business.fileInOneCommit(decide -> taken(trail, parts, seen, decide));
        } catch (RuntimeException fault) {
            return refused(trail, parts, seen, problems(fault, trail.trace()));
        }
    }

    private void requireAgreed(FileTrail trail) {
        FileKind kind = trail.arrival().kind();
        if (trail.tooLarge()) {
            throw new Refusal(FailureCode.FILE_TOO_LARGE, "" + trail.limit());
        }
        if (trail.exchange().request().form().name().read(trail.arrival().name()).isEmpty()) {
            throw new Refusal(FailureCode.FILE_NAME_UNKNOWN, trail.exchange().request().form().name().toString());
        }
        if (!business.takes(kind)) {
            // what is wrong with the file is told all the same, and instead
            trail.file().read(new FileTrail.Refused());
            throw new Refusal(FailureCode.OPERATION_NOT_IN_SERVICE, kind.id());
        }
    }

    private FileAnswer taken(
            FileTrail trail, Content.Rows parts, FileSeals.@Nullable Seen seen, Function<IncomingFile, FileResult> decide) {
        Inbox.Candidate candidate = new Inbox.Candidate(
                trail.partner(),
                trail.arrival().kind().operation(),
                trail.id(),
                trail.digest(),
                trail.id().value(),
                trail.digest());
        Inbox.Admission admission = inbox.admit(candidate);
        if (admission instanceof Inbox.Admission.Same same) {
            return stored(trail, same.answer());
        }
        if (!(admission instanceof Inbox.Admission.First)) {
            throw new Refusal(FailureCode.KEY_CONFLICT);
        }
        FileResult result = decide.apply(trail.file());
        FileResults.Written written = results(trail).answer(result, null);
        FileAnswer answer = written.answer();
        List<RecordId> records = journal.append(
                evidence.received(trail, parts, seen, null, null), received -> evidence.answered(trail, answer.bytes(), written.seal(), received));
        StoredAnswer ours = new StoredAnswer(records.get(1), answer.bytes(), StoredFileAnswer.write(answer, result));
        if (answer.refused()) {
            inbox.letGo(candidate);
            inbox.refused(trail.partner(), trail.digest(), trail.id(), ours);
        } else {
            inbox.answered(candidate, ours);
        }
        LOG.info("{} the file {} of {}", answer.refused() ? "refused" : "took", trail.arrival().name(), trail.partner());
        return answer;
    }

    private FileAnswer stored(FileTrail trail, StoredAnswer answer) {
        return StoredFileAnswer.read(answer, trail.exchange(), trail.arrival().name(), apart(trail));
    }

    /** What a bank reads of the file that counts under this name stays as it is: other bytes under the name are answered beside it. */
    private @Nullable String apart(FileTrail trail) {
        return inbox.takenByOther(trail.partner(), trail.id(), trail.digest()) ? trail.digest().hex().substring(0, 8) : null;
    }

    private FileResults results(FileTrail trail) {
        return new FileResults(trail.exchange(), hash -> seals.seal(trail, hash));
    }

    /** Recorded and kept as the answer to these bytes, unless it passes: then nothing was done and the file stays. */
    private FileAnswer refused(FileTrail trail, Content.Rows parts, FileSeals.@Nullable Seen seen, List<LineProblem> problems) {
        List<Problem> told = problems.stream().map(LineProblem::problem).toList();
        LOG.info("refused the file {} of {}: {}", trail.arrival().name(), trail.partner(), Entries.codes(told));
        if (Faults.passing(told)) {
            throw new Refusal(told);
        }
        FileTrail.Refused found = new FileTrail.Refused();
        FileResult result = result(trail, problems, found);
        FileResults.Written written = results(trail).answer(result, apart(trail));
        FileAnswer answer = written.answer();
        return business.fileInOneCommit(unused -> {
            List<RecordId> records = journal.append(
                    evidence.received(trail, parts, seen, Entries.codes(told), null),
                    received -> evidence.answered(trail, answer.bytes(), written.seal(), received));
            if (seen != null && !seen.verdict().accepted() || told.stream().anyMatch(FileReception::ofTheName)) {
                // the same bytes may come again with a better signature, or under their right name
                return answer;
            }
            StoredAnswer ours = new StoredAnswer(records.get(1), answer.bytes(), StoredFileAnswer.write(answer, result));
            return stored(trail, inbox.refused(trail.partner(), trail.digest(), trail.id(), ours));
        });
    }

    private static boolean ofTheName(Problem problem) {
        return problem.code() == FailureCode.FILE_NAME_UNKNOWN || problem.code() == FailureCode.FILE_NAME_DISAGREES || problem.code() == FailureCode.KEY_CONFLICT;
    }

    /** What can still be said of the rows of a refused file is said with it. */
    private static FileResult result(FileTrail trail, List<LineProblem> problems, FileTrail.Refused found) {
        FileHead head = null;
        try {
            head = trail.tooLarge() ? null : trail.file().read(found);
        } catch (RuntimeException alreadyTold) {
            // the first problem of the whole file ended the reading
        }
        return new FileResult(
                head == null ? null : head.fileNo(),
                trail.arrival().name(),
                head == null ? null : head.accountingDate(),
                found.rows,
                problems,
                found.told,
                found.refused);
    }

    private static List<LineProblem> problems(RuntimeException fault, String trace) {
        if (fault instanceof FileRefusal refusal) {
            return refusal.problems();
        }
        return Faults.problems(fault, trace).stream().map(p -> new LineProblem(0, p)).toList();
    }
}
