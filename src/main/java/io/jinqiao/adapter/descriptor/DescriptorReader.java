package io.jinqiao.adapter.descriptor;

import io.jinqiao.message.FileKind;
import io.jinqiao.message.Operation;
import io.jinqiao.message.PartnerId;
import io.jinqiao.rulebook.Document;
import io.jinqiao.rulebook.Node;
import io.jinqiao.rulebook.Problems;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads an {@code adapter.yaml} that its schema has admitted; finds what a schema cannot. */
public final class DescriptorReader {
    private static final Duration NEVER = Duration.ZERO;

    private static final Pattern HOST_AND_PORT = Pattern.compile("[^:/]+:[0-9]{1,5}");
    private static final Pattern URL = Pattern.compile("(?i)https?://([^/:\\s]+|\\[[0-9a-f:.]+])(:[0-9]{1,5})?(/\\S*)?");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^:}]+)");

    private final Members top;
    private final UnaryOperator<String> placeholders;
    private final Problems problems;

    private DescriptorReader(Members top, UnaryOperator<String> placeholders, Problems problems) {
        this.top = top;
        this.placeholders = placeholders;
        this.problems = problems;
    }

    /**
     * @param folder name of the folder the file lies in
     * @param placeholders puts configured values in; throws {@link IllegalArgumentException} when there is none
     * @return null when something is wrong; it is on the list then
     */
    public static @Nullable Described read(
            Document file, String folder, UnaryOperator<String> placeholders, Problems problems) {
        Problems own = new Problems();
        DescriptorReader reader = new DescriptorReader(new Members(file.group()), placeholders, own);
        try {
            Described read = reader.read(folder);
            return own.isEmpty() ? read : null;
        } finally {
            own.list().forEach(problems::add);
        }
    }

    private @Nullable Described read(String folder) {
        if (!top.text("partner").equals(folder)) {
            problems.at(top.node("partner"), "合作方名称与目录名不符 / the partner is not named like its folder", folder);
        }
        Charset charset = charset();
        ServiceHours hours = serviceHours();
        List<Channel> channels = channels();
        boolean profileNamed = top.in("wire").in("request").has("sign-type");
        Signing signing = new SigningReader(problems).read(top.in("signing"), profileNamed);
        WireForm wire = WireReader.read(top.in("wire"), placeholders, problems);
        new ChannelRules(problems).check(top, channels, wire, signing);
        Map<Operation, OperationRule> operations = operations(channels);
        Map<FileKind, FileRule> files = new FileRules(top, placeholders, problems).read(operations);
        MaterialRule materials = new MaterialRules(top, problems).read(operations);
        if (!problems.isEmpty() || charset == null || hours == null) {
            return null;
        }
        Members specification = top.in("specification");
        PartnerDescriptor descriptor = new PartnerDescriptor(
                new PartnerId(top.text("partner")),
                top.text("title"),
                top.text("chinese-title"),
                top.word("role", PartnerDescriptor.Role.class),
                top.word("environment", PartnerDescriptor.Environment.class),
                new PartnerDescriptor.Specification(
                        specification.text("title"), specification.text("version"), specification.text("received")),
                charset,
                channels,
                limits(),
                top.duration("freshness"),
                top.duration("answer-budget"),
                top.word("repeat-answer", PartnerDescriptor.RepeatAnswer.class),
                hours,
                signing,
                operations,
                files,
                materials,
                wire.frame());
        return new Described(descriptor, wire, top.text("money"));
    }

    private @Nullable Charset charset() {
        try {
            return Charset.forName(top.text("charset"));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            problems.unknown(
                    top.node("charset"), "字符集 / charset", top.text("charset"), List.of("UTF-8", "GBK", "GB18030", "US-ASCII"));
            return null;
        }
    }

    private @Nullable ServiceHours serviceHours() {
        Members hours = top.in("service-hours");
        try {
            return new ServiceHours(
                    ZoneId.of(hours.text("zone")), LocalTime.parse(hours.text("from")), LocalTime.parse(hours.text("to")));
        } catch (DateTimeException e) {
            problems.at(top.node("service-hours"), "不是已知时区的服务时间 / not hours of a known zone", "例如 / such as Asia/Shanghai, \"08:30\"");
            return null;
        }
    }

    private Limits limits() {
        Members limits = top.in("limits");
        return new Limits(limits.size("request"), limits.size("reply"), Integer.parseInt(limits.text("depth")));
    }

    private List<Channel> channels() {
        List<Channel> channels = new ArrayList<>();
        for (Node row : top.rows("channels")) {
            Members channel = Members.of(row);
            boolean out = channel.text("direction").equals("out");
            if (out && !(channel.has("connect-timeout") && channel.has("reply-timeout"))) {
                problems.at(row, "出站通道没有超时 / a channel out has no time-outs", "写 connect-timeout 与 reply-timeout / connect-timeout and reply-timeout");
                continue;
            }
            channels.add(new Channel(
                    channel.word("direction", Channel.Direction.class),
                    channel.text("kind"),
                    address(channel, out),
                    channel.optional("our-identity"),
                    channel.texts("their-identities"),
                    channel.duration("connect-timeout", NEVER),
                    channel.duration("reply-timeout", NEVER)));
        }
        return channels;
    }

    private String address(Members channel, boolean out) {
        String address = channel.text("address");
        boolean http = channel.text("kind").equals("http") || channel.text("kind").equals("soap");
        String gate = (channel.text("kind").equals("soap") ? "/services/" : "/partners/") + top.text("partner");
        if (http && !out && !address.equals(gate)) {
            problems.at(channel.node("address"), "入站地址须是该合作方自己的路径 / partners knock at their own gate", gate);
        }
        try {
            String filled = placeholders.apply(address);
            if (channel.text("kind").equals("tcp") && !HOST_AND_PORT.matcher(filled).matches()) {
                problems.at(channel.node("address"), "不是主机加端口 / " + named(address, filled) + "no host and port", "例如 / such as 0.0.0.0:9701");
            } else if (http && out && !URL.matcher(filled).matches()) {
                problems.at(channel.node("address"), "不是 https://主机:端口 / " + named(address, filled) + "no https://host:port", "例如 / such as https://gateway.bank.example:8443");
            }
            return filled.replaceFirst("/+$", "");
        } catch (IllegalArgumentException e) {
            problems.at(channel.node("address"), "占位符没有值 / a placeholder has no value", e.getMessage());
            return address;
        }
    }

    /** What was configured is told by the name of its setting: in the file nothing is wrong. */
    private static String named(String address, String filled) {
        Matcher placeholder = PLACEHOLDER.matcher(address);
        return placeholder.find() ? placeholder.group(1) + " is \"" + filled + "\": " : "\"" + filled + "\": ";
    }

    private Map<Operation, OperationRule> operations(List<Channel> channels) {
        Duration patience = channels.stream()
                .filter(c -> c.direction() == Channel.Direction.OUT)
                .map(Channel::replyTimeout)
                .findFirst()
                .orElse(NEVER);
        Map<Operation, OperationRule> operations = new EnumMap<>(Operation.class);
        Map<String, Operation> codes = new java.util.HashMap<>();
        top.in("operations").group().members().forEach((name, node) -> {
            Operation operation = Operation.of(name);
            Members rule = Members.of(node);
            Operation other = codes.putIfAbsent(rule.text("code"), operation);
            if (other != null) {
                problems.at(rule.node("code"), "交易码与另一业务相同 / the same code as " + other.id(), null);
            }
            requireWay(operation, node, channels);
            operations.put(operation, rule(operation, rule, patience));
        });
        return operations;
    }

    private void requireWay(Operation operation, Node node, List<Channel> channels) {
        boolean needsOut = operation.direction() != Operation.Direction.TO_CENTRE;
        boolean needsIn = operation.direction() != Operation.Direction.FROM_CENTRE;
        boolean out = channels.stream().anyMatch(c -> c.direction() == Channel.Direction.OUT);
        boolean in = channels.stream().anyMatch(c -> c.direction() == Channel.Direction.IN);
        if (needsOut && !out || needsIn && !in) {
            problems.at(node, "此业务没有可用的通道 / there is no channel " + (needsOut && !out ? "out" : "in") + " for it", "在 channels 中添加 / add one to channels");
        }
    }

    private OperationRule rule(Operation operation, Members rule, Duration patience) {
        return new OperationRule(
                operation,
                rule.text("code"),
                !rule.text("enabled", "true").equals("false"),
                rule.size("max-request", limits().request()),
                rule.duration("reply-timeout", patience),
                rule.text("asked-by-repeating", "false").equals("true"),
                retry(rule.has("retry") ? rule.in("retry") : top.in("retry")),
                enquiry(rule.has("enquiry") ? rule.in("enquiry") : top.in("enquiry")));
    }

    private static OperationRule.Retry retry(Members retry) {
        return new OperationRule.Retry(
                retry.duration("budget"), retry.duration("first"), retry.number("factor"), retry.duration("most"));
    }

    private static OperationRule.Enquiry enquiry(Members enquiry) {
        return new OperationRule.Enquiry(
                enquiry.duration("after"), enquiry.number("factor"), enquiry.duration("most"), enquiry.duration("give-up"));
    }
}
