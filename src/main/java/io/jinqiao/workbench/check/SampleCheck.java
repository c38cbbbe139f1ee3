package io.jinqiao.workbench.check;

import io.jinqiao.adapter.WireRequest;
import io.jinqiao.adapter.codec.Dialect;
import io.jinqiao.adapter.codec.Framed;
import io.jinqiao.adapter.codec.FramedReply;
import io.jinqiao.message.CanonicalJson;
import io.jinqiao.message.CanonicalMessage;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.Reply;
import io.jinqiao.message.StatusEnquiry;
import io.jinqiao.rulebook.Problems;
import io.jinqiao.rulebook.Source;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The samples of a folder against its tables, codes and schemas. */
final class SampleCheck {
    private static final String REQUEST = ".request.json";

    private final Folder folder;
    private final Dialect dialect;
    private final Schemas schemas;
    private final Problems problems;
    private final Set<Operation> sampled = EnumSet.noneOf(Operation.class);

    SampleCheck(Folder folder, Dialect dialect, Schemas schemas, Problems problems) {
        this.folder = folder;
        this.dialect = dialect;
        this.schemas = schemas;
        this.problems = problems;
    }

    /** @return how many samples there are */
    int run() {
        List<String> requests = folder.list("samples/", REQUEST);
        requests.forEach(path -> sample(path.substring(0, path.length() - REQUEST.length())));
        for (Operation operation : dialect.descriptor().operations().keySet()) {
            if (!sampled.contains(operation)) {
                problems.file(folder.name("samples/"), "no sample of " + operation.id(), "add " + operation.id() + ".<case>.request.json and its companions");
            }
        }
        return requests.size();
    }

    private void sample(String sample) {
        String input = text(sample + ".signing-input");
        if (input == null) {
            problems.file(folder.name(sample + ".signing-input"), "the file is missing", "the exact bytes under the request's signature");
            return;
        }
        String path = input.substring(0, Math.max(0, input.indexOf('?')));
        Dialect listener = path.startsWith("/partners/") ? dialect : dialect.mirrored();
        Framed framed = open(listener, sample, path, input);
        if (framed != null) {
            sampled.add(framed.operation());
            if (!sample.startsWith("samples/" + framed.operation().id() + ".")) {
                problems.file(folder.name(sample + REQUEST), "a sample of " + framed.operation().id() + " has another name", null);
            }
            CanonicalMessage message = content(listener, sample, framed);
            reply(listener.mirrored(), sample, framed, message);
        }
    }

    private @Nullable Framed open(Dialect listener, String sample, String path, String input) {
        byte[] body = bytes(sample + REQUEST);
        try {
            Framed framed = listener.open(new WireRequest(folder.partner(), path, Map.of(), body, false, List.of(), null));
            int at = Arrays.mismatch(framed.signingInput(), bytes(sample + ".signing-input"));
            if (at >= 0) {
                problems.file(folder.name(sample + ".signing-input"), "differs from the request's at byte " + at, around(input, at));
            }
            return framed;
        } catch (Refusal refusal) {
            told(sample + REQUEST, refusal);
            return null;
        }
    }

    private static String around(String input, int at) {
        int near = Math.min(at, input.length());
        return "near " + input.substring(Math.max(0, near - 20), near);
    }

    private @Nullable CanonicalMessage content(Dialect listener, String sample, Framed framed) {
        String canonical = text(sample + ".canonical.json");
        try {
            CanonicalMessage message = listener.decode(framed);
            if (canonical == null) {
                problems.file(folder.name(sample + REQUEST), "can be read, but has no canonical content beside it", sample + ".canonical.json");
            } else if (!message.content().equals(CanonicalJson.read(canonical))) {
                problems.file(folder.name(sample + ".canonical.json"), "is not what the request says", CanonicalJson.write(message.content()));
            } else {
                schemas.check(framed.operation(), "request", sample + REQUEST, framed.payload());
            }
            return message;
        } catch (Refusal refusal) {
            if (canonical != null) {
                told(sample + REQUEST, refusal);
            }
            return null;
        } catch (IllegalArgumentException e) {
            problems.file(folder.name(sample + ".canonical.json"), "is no canonical JSON", null);
            return null;
        }
    }

    private void reply(Dialect speaker, String sample, Framed framed, @Nullable CanonicalMessage message) {
        if (!folder.has(sample + ".reply.json")) {
            problems.file(folder.name(sample + ".reply.json"), "the file is missing", "the answer to this request");
            return;
        }
        try {
            FramedReply framedReply = speaker.openReply(200, Map.of(), bytes(sample + ".reply.json"));
            Reply reply = message instanceof StatusEnquiry enquiry
                    ? speaker.decodeEnquiryReply(enquiry.originalOperation(), framed.id(), framedReply)
                    : speaker.decodeReply(framed.operation(), framed.id(), framedReply);
            schemas.check(framed.operation(), "reply", sample + ".reply.json", framedReply.payload());
            understood(sample, reply);
        } catch (Refusal refusal) {
            told(sample + ".reply.json", refusal);
        }
    }

    private void understood(String sample, Reply reply) {
        if (!(reply instanceof Reply.Unknown unknown) || unknown.cause() == Reply.Cause.IN_PROCESS || unknown.cause() == Reply.Cause.SILENT) {
            return;
        }
        String what = unknown.cause() == Reply.Cause.UNSEEN_CODE
                ? "the return code " + unknown.detail() + " has no outcome"
                : "cannot be understood: " + unknown.detail();
        problems.file(folder.name(sample + ".reply.json"), what, unknown.cause() == Reply.Cause.UNSEEN_CODE ? "add it to codes.yaml" : null);
    }

    private void told(String path, Refusal refusal) {
        refusal.problems().forEach(p -> problems.file(
                folder.name(path),
                (p.theirField() == null ? "" : p.theirField() + ": ") + p.text(java.util.Locale.ENGLISH),
                p.field() == null ? null : "our place " + p.field()));
    }

    private @Nullable String text(String path) {
        Source source = folder.find(path);
        return source == null ? null : source.text();
    }

    private byte[] bytes(String path) {
        return java.util.Objects.requireNonNull(folder.find(path)).bytes();
    }
}
