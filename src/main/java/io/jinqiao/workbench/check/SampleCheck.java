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
    private static final String REQUEST = ".request.";
    private static final String REPLY = ".reply.";

    private final Folder folder;
    private final Dialect dialect;
    private final ContentSchemas schemas;
    private final Problems problems;
    private final Set<Operation> sampled = EnumSet.noneOf(Operation.class);

    SampleCheck(Folder folder, Dialect dialect, ContentSchemas schemas, Problems problems) {
        this.folder = folder;
        this.dialect = dialect;
        this.schemas = schemas;
        this.problems = problems;
    }

    /** @return how many samples there are */
    int run() {
        List<String> requests = folder.list("samples/", "").stream().filter(path -> path.contains(REQUEST)).toList();
        requests.forEach(this::sample);
        for (Operation operation : dialect.descriptor().operations().keySet()) {
            if (!sampled.contains(operation)) {
                problems.file(folder.name("samples/"), "没有样例 / no sample of " + operation.id(), "补 " + operation.id() + ".<case>.request.<ending> 及其配套文件 / add " + operation.id() + ".<case>.request.<ending> and its companions");
            }
        }
        return requests.size();
    }

    private void sample(String request) {
        int at = request.indexOf(REQUEST);
        String sample = request.substring(0, at);
        if (bytesOrNull(sample + ".signing-input") == null) {
            problems.file(folder.name(sample + ".signing-input"), "文件缺失 / the file is missing", "请求签名所覆盖的原始字节 / the exact bytes under the request's signature");
            return;
        }
        SampleName name;
        try {
            name = SampleName.of(sample.substring("samples/".length()));
        } catch (IllegalArgumentException e) {
            problems.file(folder.name(request), "样例名不以业务开头 / the name of a sample begins with no operation", e.getMessage());
            return;
        }
        Dialect listener = name.centreSpeaks() ? dialect.mirrored() : dialect;
        Framed framed = open(listener, request, sample, name.path(dialect.descriptor()));
        if (framed != null) {
            sampled.add(framed.operation());
            if (framed.operation() != name.operation()) {
                problems.file(folder.name(request), "样例名与业务不符 / a sample of " + framed.operation().id() + " has another name", null);
            }
            CanonicalMessage message = content(listener, request, sample, framed);
            reply(listener.mirrored(), sample + REPLY + request.substring(at + REQUEST.length()), framed, message);
        }
    }

    private @Nullable Framed open(Dialect listener, String request, String sample, String path) {
        try {
            Framed framed = listener.open(new WireRequest(folder.partner(), path, Map.of(), bytes(request), false, List.of(), null));
            byte[] input = bytes(sample + ".signing-input");
            int at = Arrays.mismatch(framed.signingInput(), input);
            if (at >= 0) {
                problems.file(folder.name(sample + ".signing-input"), "与请求的签名原文不同，首处在第 " + at + " 字节 / differs from the request's at byte " + at, around(input, at));
            }
            return framed.sealed() == null ? framed : listener.unsealed(framed, bytes(sample + ".plain"));
        } catch (Refusal refusal) {
            told(request, refusal);
            return null;
        }
    }

    private String around(byte[] input, int at) {
        int near = Math.min(at, input.length);
        int from = Math.max(0, near - 20);
        return "附近 / near " + new String(input, from, near - from, dialect.descriptor().charset());
    }

    private @Nullable CanonicalMessage content(Dialect listener, String request, String sample, Framed framed) {
        String canonical = text(sample + ".canonical.json");
        try {
            CanonicalMessage message = listener.decode(framed);
            if (canonical == null) {
                problems.file(folder.name(request), "可以读取，但旁边没有规范内容 / can be read, but has no canonical content beside it", sample + ".canonical.json");
            } else if (!message.content().equals(CanonicalJson.read(canonical))) {
                problems.file(folder.name(sample + ".canonical.json"), "与请求内容不符 / is not what the request says", CanonicalJson.write(message.content()));
            } else {
                schemas.check(framed.operation(), "request", request, framed.payload());
            }
            return message;
        } catch (Refusal refusal) {
            if (canonical != null) {
                told(request, refusal);
            }
            return null;
        } catch (IllegalArgumentException e) {
            problems.file(folder.name(sample + ".canonical.json"), "不是规范 JSON / is no canonical JSON", null);
            return null;
        }
    }

    private void reply(Dialect speaker, String answer, Framed framed, @Nullable CanonicalMessage message) {
        if (!folder.has(answer)) {
            problems.file(folder.name(answer), "文件缺失 / the file is missing", "此请求的应答 / the answer to this request");
            return;
        }
        try {
            FramedReply outside = speaker.openReply(200, Map.of(), bytes(answer));
            String plain = answer.substring(0, answer.lastIndexOf(REPLY)) + ".reply.plain";
            FramedReply framedReply = outside.sealed() == null ? outside : speaker.unsealed(outside, bytes(plain));
            Reply reply = message instanceof StatusEnquiry enquiry
                    ? speaker.decodeEnquiryReply(enquiry.originalOperation(), framed.id(), framedReply)
                    : speaker.decodeReply(framed.operation(), framed.id(), framedReply);
            schemas.check(framed.operation(), "reply", answer, framedReply.payload());
            understood(answer, reply);
        } catch (Refusal refusal) {
            told(answer, refusal);
        }
    }

    private void understood(String answer, Reply reply) {
        if (!(reply instanceof Reply.Unknown unknown) || unknown.cause() == Reply.Cause.IN_PROCESS || unknown.cause() == Reply.Cause.SILENT) {
            return;
        }
        String what = unknown.cause() == Reply.Cause.UNSEEN_CODE
                ? "返回码没有对应结果 / the return code " + unknown.detail() + " has no outcome"
                : "无法理解 / cannot be understood: " + unknown.detail();
        problems.file(folder.name(answer), what, unknown.cause() == Reply.Cause.UNSEEN_CODE ? "补到 codes.yaml / add it to codes.yaml" : null);
    }

    private void told(String path, Refusal refusal) {
        refusal.problems().forEach(p -> problems.file(
                folder.name(path),
                (p.theirField() == null ? "" : p.theirField() + ": ") + p.text(java.util.Locale.CHINESE) + " / " + p.text(java.util.Locale.ENGLISH),
                p.field() == null ? null : "我方字段 / our place " + p.field()));
    }

    private @Nullable String text(String path) {
        Source source = folder.find(path);
        return source == null ? null : source.text();
    }

    private byte @Nullable [] bytesOrNull(String path) {
        Source source = folder.find(path);
        return source == null ? null : source.bytes();
    }

    private byte[] bytes(String path) {
        return java.util.Objects.requireNonNull(folder.find(path)).bytes();
    }
}
