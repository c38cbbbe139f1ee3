package io.jinqiao.workbench.check;

import io.jinqiao.adapter.codec.Dialect;
import io.jinqiao.adapter.codec.FramedReply;
import io.jinqiao.adapter.descriptor.Channel;
import io.jinqiao.adapter.descriptor.OperationRule;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Reply;
import io.jinqiao.rulebook.Document;
import io.jinqiao.rulebook.Node;
import io.jinqiao.rulebook.Problems;
import io.jinqiao.rulebook.Source;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The WireMock stubs of a folder: one for each operation the partner receives, answering with a code that means something. */
final class StubCheck {
    private static final String TEMPLATE = "\\{\\{[^}]*}}";
    private static final MessageId ANY = new MessageId("x");

    private final Folder folder;
    private final Dialect dialect;
    private final Problems problems;

    StubCheck(Folder folder, Dialect dialect, Problems problems) {
        this.folder = folder;
        this.dialect = dialect;
        this.problems = problems;
    }

    /** @return how many stubs there are */
    int run() {
        List<String> paths = folder.list("stubs/mappings/", ".json");
        Map<String, Node> addresses = new HashMap<>();
        paths.forEach(path -> problems.collect(() -> stub(path, addresses)));
        for (OperationRule rule : dialect.descriptor().operations().values()) {
            // where a code inside tells the operation, a stub by address cannot answer
            boolean received = rule.code().startsWith("/") && rule.operation().direction() != Operation.Direction.TO_CENTRE;
            if (received && !addresses.containsKey(rule.code())) {
                missing(rule, "urlPath " + rule.code());
            }
        }
        boolean soap = dialect.descriptor().channel(Channel.Direction.OUT).map(Channel::kind).filter("soap"::equals).isPresent();
        onlyOne().filter(rule -> soap && addresses.isEmpty()).ifPresent(rule ->
                missing(rule, "urlPath: 服务地址的路径 / the path of the service"));
        return paths.size();
    }

    private void missing(OperationRule rule, String fix) {
        problems.file(folder.name("stubs/mappings/"), "没有桩应答此业务 / no stub answers " + rule.operation().id(), fix);
    }

    private void stub(String path, Map<String, Node> addresses) {
        Node.Group stub = Document.read(java.util.Objects.requireNonNull(folder.find(path))).group();
        Node.Group request = stub.get("request") instanceof Node.Group group ? group : null;
        Node.Group response = stub.get("response") instanceof Node.Group group ? group : null;
        if (request == null || response == null || request.text("urlPath") == null) {
            problems.at(stub, "桩应有 request.urlPath 与 response / a stub has request.urlPath and response");
            return;
        }
        String address = String.valueOf(request.text("urlPath"));
        addresses.put(address, stub);
        Operation operation = operation(address).orElse(null);
        if (operation == null) {
            problems.unknown(node(request, "urlPath"), "地址 / address", address, dialect.descriptor().operations().values().stream().map(OperationRule::code).toList());
            return;
        }
        if (response.rows("transformers").stream().noneMatch(t -> ((Node.Leaf) t).text().equals("jinqiao-sign"))) {
            problems.at(response, "应答没有签名 / nothing signs the answer", "transformers: [\"response-template\", \"jinqiao-sign\"]");
        }
        answer(operation, response);
    }

    private Optional<Operation> operation(String address) {
        return dialect.descriptor().operations().values().stream()
                .filter(r -> r.code().equals(address))
                .map(OperationRule::operation)
                .findFirst()
                .or(() -> onlyOne().map(OperationRule::operation));
    }

    /** A partner that is told one thing only needs no code in the path: whatever the address of its service is, that is asked. */
    private Optional<OperationRule> onlyOne() {
        List<OperationRule> received = dialect.descriptor().operations().values().stream()
                .filter(rule -> rule.operation().direction() != Operation.Direction.TO_CENTRE)
                .toList();
        return received.size() == 1 && !received.get(0).code().startsWith("/") ? Optional.of(received.get(0)) : Optional.empty();
    }

    private void answer(Operation operation, Node.Group response) {
        String body = body(response);
        if (body == null) {
            problems.at(response, "桩应有 body，或 stubs/__files 中的 bodyFileName / a stub has a body, or a bodyFileName in stubs/__files");
            return;
        }
        String payload = body.replaceAll(TEMPLATE, "x");
        Reply reply = dialect.decodeReply(operation, ANY, new FramedReply("", new byte[0], null, payload));
        if (reply instanceof Reply.Unknown unknown && unknown.cause() == Reply.Cause.UNSEEN_CODE) {
            problems.at(response, "返回码没有对应结果 / the return code " + unknown.detail() + " has no outcome", "补到 codes.yaml / add it to codes.yaml");
        } else if (reply instanceof Reply.Unknown unknown && unknown.detail().startsWith("[")) {
            problems.at(response, "body 不是应答内容 / the body is no content of an answer: " + unknown.detail());
        }
    }

    private @Nullable String body(Node.Group response) {
        String file = response.text("bodyFileName");
        Source source = file == null ? null : folder.find("stubs/__files/" + file);
        return source == null ? response.text("body") : source.text();
    }

    private static Node node(Node.Group group, String name) {
        return java.util.Objects.requireNonNull(group.get(name));
    }
}
