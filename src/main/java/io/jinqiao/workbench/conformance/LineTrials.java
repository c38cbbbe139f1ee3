package io.jinqiao.workbench.conformance;

import io.jinqiao.adapter.descriptor.FrameForm;
import io.jinqiao.message.CanonicalMessage;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.IdGenerator;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Reply;
import io.jinqiao.message.StatusEnquiry;
import io.jinqiao.workbench.simulate.RawHttp;
import io.jinqiao.workbench.simulate.RawLine;
import io.jinqiao.workbench.simulate.SimulatedBranch.Answer;
import io.jinqiao.workbench.simulate.SimulatedBranch.Letter;
import io.jinqiao.workbench.simulate.CarelessBranch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * The bank's connection itself: messages cut into packets and run together, lengths that lie, messages that break off, and well signed
 * nonsense. Each gets a refusal that says what it is, or the end of the connection where nobody knows where the next message begins; and the
 * good message right behind it is answered.
 */
final class LineTrials {
    private static final long HUGE = 1_000_000_000L;
    private static final int DEEP = 200;
    private static final Pattern ROOT = Pattern.compile("^(<\\?xml[^>]*\\?>\\s*)?(<[A-Za-z]+>)");
    private static final Set<Integer> TYPED = Set.of(400, 408, 411, 413, 414, 415, 431);

    private final LiveHouse house;
    private final Recorder recorder;
    private final Findings findings;
    private final Agreement agreement;
    private final Markup markup;

    LineTrials(LiveHouse house, Agreement agreement, Recorder recorder, Findings findings) {
        this.house = house;
        this.recorder = recorder;
        this.findings = findings;
        this.agreement = agreement;
        this.markup = new Markup(agreement.xml());
    }

    /** @param good a letter that was answered before */
    void run(Operation operation, CanonicalMessage message, Letter good) {
        packets(operation, message, good);
        lengths(operation, good);
        signedNonsense(operation, message, good);
    }

    private void packets(Operation operation, CanonicalMessage message, Letter good) {
        trial(operation, "packets-split", "报文分成多个包", "a message in several packets", trial -> {
            try (RawLine line = house.branch().line()) {
                byte[] bytes = line.bytes(good);
                int from = 0;
                for (int to : new int[] {3, bytes.length / 3, bytes.length / 2 + 1, bytes.length - 1, bytes.length}) {
                    line.say(bytes, from, to);
                    from = to;
                }
                return verified(trial, line.hear(good), bytes);
            }
        });
        trial(operation, "packets-merged", "两笔报文合成一个包", "two messages in one packet", trial -> {
            CanonicalMessage another = house.enquires() ? new StatusEnquiry(good.id().value(), operation) : message;
            Letter other = house.branch().write(another, house.room(IdGenerator.class).next(), Instant.now());
            try (RawLine line = house.branch().line()) {
                byte[] both = joined(line.bytes(good), line.bytes(other));
                line.say(both);
                Answer first = line.hear(good);
                Answer second = line.hear(other);
                boolean inOrder = first.verified() && second.verified() && !unreadable(first) && !unreadable(second);
                return inOrder ? new Outcome.Passed() : failed(trial, "two answers in their order / 依次两个应答", first.reply() + "; " + second.reply(), both);
            }
        });
    }

    private void lengths(Operation operation, Letter good) {
        trial(operation, "length-one-more", "长度多报一字节，其后紧跟正常报文", "a length that is one too long, a good message right behind", trial -> lying(trial, good, 1));
        trial(operation, "length-one-less", "长度少报一字节，其后紧跟正常报文", "a length that is one too short, a good message right behind", trial -> lying(trial, good, -1));
        trial(operation, "length-huge", "长度报 10^9（或报文头写得下的最大数）", "a length of 10^9, or the largest the header holds", trial -> {
            FrameForm form = house.dialect().descriptor().frame();
            if (form != null && form.most() <= house.dialect().descriptor().limits().request()) {
                return Outcome.notRun("报文头写不下超过上限的长度", "the header holds no length above the limit");
            }
            try (RawLine line = house.branch().line()) {
                byte[] bytes = withLength(good, HUGE);
                line.say(bytes);
                return then(trial, refused(trial, line.hear(good), EnumSet.of(FailureCode.FRAME_TOO_LARGE), bytes), good);
            }
        });
        trial(operation, "truncated-on-the-line", "发到一半断线", "the connection ends inside the message", trial -> {
            try (RawLine line = house.branch().line()) {
                byte[] bytes = line.bytes(good);
                line.say(bytes, 0, bytes.length / 2);
            }
            return afterwards(trial, good);
        });
    }

    /** What is one byte off is refused, or ends the connection; what stands behind it is never taken for another message. */
    private Outcome lying(Trial trial, Letter good, int lie) throws IOException {
        byte[] bytes = withLength(good, good.body().length + lie);
        try (RawLine line = house.branch().line()) {
            line.say(joined(bytes, line.bytes(good)));
            Outcome refused = refused(trial, line.hear(good), EnumSet.noneOf(FailureCode.class), bytes);
            if (!(refused instanceof Outcome.Passed)) {
                return refused;
            }
            Answer behind = hearOrEnd(line, good);
            if (behind != null && behind.reply().isAccepted()) {
                return failed(trial, "nothing behind it is taken / 其后的字节不被受理", String.valueOf(behind.reply()), bytes);
            }
        }
        return afterwards(trial, good);
    }

    private static @org.jspecify.annotations.Nullable Answer hearOrEnd(RawLine line, Letter good) {
        try {
            return line.hear(good);
        } catch (IOException ended) {
            return null;
        }
    }

    /** The letter as it stands on the line, but for what is said of its length. */
    private byte[] withLength(Letter letter, long length) throws IOException {
        FrameForm form = house.dialect().descriptor().frame();
        if (form == null) {
            return RawHttp.bytes(letter, length);
        }
        try (RawLine line = house.branch().line()) {
            byte[] bytes = line.bytes(letter);
            int header = form.flag().length() + form.width();
            long counted = length > letter.body().length + 1 ? Math.min(HUGE, form.most()) : read(bytes, form) + length - letter.body().length;
            byte[] digits = (form.written() == FrameForm.Written.ZEROS_THEN_DIGITS ? String.format("%0" + form.width() + "d", counted) : String.format("%-" + form.width() + "d", counted))
                    .getBytes(StandardCharsets.US_ASCII);
            byte[] lying = bytes.clone();
            System.arraycopy(form.written() == FrameForm.Written.BINARY ? binary(counted, form.width()) : digits, 0, lying, form.flag().length(), form.width());
            return length < HUGE ? lying : Arrays.copyOf(lying, header + 64);
        }
    }

    private static long read(byte[] bytes, FrameForm form) {
        byte[] length = Arrays.copyOfRange(bytes, form.flag().length(), form.flag().length() + form.width());
        return form.written() == FrameForm.Written.BINARY
                ? new java.math.BigInteger(1, length).longValueExact()
                : Long.parseLong(new String(length, StandardCharsets.US_ASCII).strip());
    }

    private static byte[] binary(long value, int width) {
        return Arrays.copyOfRange(java.nio.ByteBuffer.allocate(8).putLong(value).array(), 8 - width, 8);
    }

    private void signedNonsense(Operation operation, CanonicalMessage message, Letter good) {
        nonsense(operation, message, good, "entity-bomb", "实体炸弹", "entities inside entities", FailureCode.FRAME_UNREADABLE, this::bomb);
        nonsense(operation, message, good, "external-entity", "外部实体", "an entity of a file of ours", FailureCode.FRAME_UNREADABLE, this::external);
        nonsense(operation, message, good, "nested-deeply", "过深嵌套", "nested too deeply", FailureCode.FRAME_TOO_DEEP, this::deep);
        nonsense(operation, message, good, "member-twice", "字段重复", "a member that appears twice", FailureCode.MEMBER_DUPLICATE, text -> twice(operation, text));
        trial(operation, "charset-declared-otherwise", "声明了另一字符集", "another charset is declared", trial -> declared(trial, message, good));
        trial(operation, "signed-over-other-bytes", "签名的不是这份报文", "a signature over other bytes", trial -> house.branch() instanceof CarelessBranch own
                ? spoken(trial, own.writeCarelessly(message, house.room(IdGenerator.class).next(), Instant.now()), good, EnumSet.of(FailureCode.SIGNATURE_INVALID))
                : notByTheEngine());
    }

    private void nonsense(
            Operation operation, CanonicalMessage message, Letter good, String what, String chinese, String english, FailureCode code, UnaryOperator<String> change) {
        trial(operation, what, chinese, english, trial -> {
            if (!(house.branch() instanceof CarelessBranch own)) {
                return notByTheEngine();
            }
            boolean[] changed = {false};
            Letter letter = own.write(message, house.room(IdGenerator.class).next(), Instant.now(), null, text -> {
                String other = change.apply(text);
                changed[0] = !other.equals(text);
                return other;
            });
            return changed[0]
                    ? spoken(trial, letter, good, EnumSet.of(code))
                    : Outcome.notRun("这种报文写不出这种错误（JSON 没有实体；本业务没有可重复的字段）", "cannot be written in this form: JSON has no entities, or no member here can appear twice");
        });
    }

    private static Outcome notByTheEngine() {
        return Outcome.notRun("引擎反向不写坏报文；报文级用例已覆盖", "the engine in reverse writes nothing wrong; the cases without a channel cover it");
    }

    private String bomb(String text) {
        StringBuilder type = new StringBuilder("<!DOCTYPE r [<!ENTITY e0 \"lol\">");
        for (int level = 1; level < 10; level++) {
            type.append("<!ENTITY e").append(level).append(" \"").append(("&e" + (level - 1) + ";").repeat(10)).append("\">");
        }
        return typed(text, type.append("]>").toString(), "&e9;");
    }

    private String external(String text) {
        return typed(text, "<!DOCTYPE r [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>", "&e;");
    }

    private String typed(String text, String type, String entity) {
        return agreement.xml() ? ROOT.matcher(text).replaceFirst(found -> java.util.regex.Matcher.quoteReplacement(
                (found.group(1) == null ? "" : found.group(1)) + type + found.group(2) + "<x>" + entity + "</x>")) : text;
    }

    private String deep(String text) {
        return agreement.xml()
                ? ROOT.matcher(text).replaceFirst("$1$2" + "<x>".repeat(DEEP) + "</x>".repeat(DEEP))
                : markup.deep(text, DEEP);
    }

    private String twice(Operation operation, String text) {
        return agreement.places(operation, "request").stream()
                .filter(place -> !place.their().contains("["))
                .map(place -> markup.twice(text, place.leaf()))
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(text);
    }

    /** In the declaration of a document, where one stands in it; else in the head of the request. */
    private Outcome declared(Trial trial, CanonicalMessage message, Letter good) throws IOException {
        Set<FailureCode> codes = EnumSet.of(FailureCode.CHARSET_WRONG, FailureCode.FRAME_UNREADABLE);
        if (agreement.xml()) {
            return house.branch() instanceof CarelessBranch own
                    ? spoken(trial, own.write(message, house.room(IdGenerator.class).next(), Instant.now(), null, text ->
                            "<?xml version=\"1.0\" encoding=\"ISO-8859-2\"?>" + text.replaceFirst("^<\\?xml[^>]*\\?>\\s*", "")), good, codes)
                    : notByTheEngine();
        }
        Map<String, String> headers = new LinkedHashMap<>(good.headers());
        headers.replaceAll((name, value) -> name.equalsIgnoreCase("content-type") ? "application/json; charset=ISO-8859-2" : value);
        Letter fresh = house.branch().write(message, house.room(IdGenerator.class).next(), Instant.now());
        return spoken(trial, new Letter(fresh.operation(), fresh.id(), fresh.path(), headers, fresh.body()), good, codes);
    }

    /** Says the bad one, hears its refusal, and then says the good one on the same connection if that still stands. */
    private Outcome spoken(Trial trial, Letter bad, Letter good, Set<FailureCode> codes) throws IOException {
        try (RawLine line = house.branch().line()) {
            byte[] bytes = line.bytes(bad);
            line.say(bytes);
            Outcome refused = refused(trial, line.hear(bad), codes, bytes);
            if (!(refused instanceof Outcome.Passed)) {
                return refused;
            }
            line.say(line.bytes(good));
            return verified(trial, line.hear(good), bytes);
        }
    }

    private Outcome then(Trial trial, Outcome first, Letter good) throws IOException {
        return first instanceof Outcome.Passed ? afterwards(trial, good) : first;
    }

    /** The connection ended with the bad message; the next one carries a good one. */
    private Outcome afterwards(Trial trial, Letter good) throws IOException {
        try (RawLine line = house.branch().line()) {
            line.say(line.bytes(good));
            return verified(trial, line.hear(good), line.bytes(good));
        }
    }

    private Outcome verified(Trial trial, Answer answer, byte[] bytes) {
        return answer.verified() && !unreadable(answer)
                ? new Outcome.Passed()
                : failed(trial, "a signed answer to the good message / 正常报文得到已签名的应答", answer.status() + " " + answer.reply(), bytes);
    }

    private static boolean unreadable(Answer answer) {
        return answer.reply() instanceof Reply.Unknown unknown && unknown.cause() == Reply.Cause.UNREADABLE;
    }

    /** @param codes one of which must be told; none: any refusal, also one in nobody's form */
    private Outcome refused(Trial trial, Answer answer, Set<FailureCode> codes, byte[] bytes) {
        List<FailureCode> told = answer.reply() instanceof Reply.Rejected rejected ? rejected.problems().stream().map(Problem::code).toList() : List.of();
        boolean inTheirForm = answer.verified() && !told.isEmpty() && (codes.isEmpty() || told.stream().anyMatch(codes::contains));
        boolean inNobodys = codes.isEmpty() && TYPED.contains(answer.status());
        if (!inTheirForm && told.contains(FailureCode.OPERATION_NOT_IN_SERVICE) && switchedOff(trial.operation())) {
            return Outcome.notRun("目录停用该业务：内容不读即回绝", "switched off in the folder (enabled: false): refused before its content is read");
        }
        return inTheirForm || inNobodys ? new Outcome.Passed() : failed(trial, "refused / 拒绝 " + codes, answer.status() + " " + answer.reply(), bytes);
    }

    private boolean switchedOff(Operation operation) {
        return house.dialect().descriptor().operation(operation).filter(rule -> !rule.enabled()).isPresent();
    }

    private Outcome failed(Trial trial, String expected, String found, byte[] bytes) {
        return findings.whole(trial, expected, found, Arrays.copyOf(bytes, Math.min(bytes.length, 4096)), "核对 adapter.yaml 的 wire、limits；否则请报告", "compare wire and limits of adapter.yaml; otherwise please report it");
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    private interface Body {
        Outcome of(Trial trial) throws IOException;
    }

    private void trial(Operation operation, String what, String chinese, String english, Body body) {
        Trial trial = BothWays.trial(operation, false, Trial.Kind.HOSTILE, what, new Words(chinese, english));
        Supplier<Outcome> run = () -> {
            try {
                return body.of(trial);
            } catch (IOException e) {
                return failed(trial, "an answer / 应答", String.valueOf(e), new byte[0]);
            }
        };
        recorder.run(trial, run);
    }
}
