package io.jinqiao.workbench.conformance;

import io.jinqiao.adapter.descriptor.FrameForm;
import io.jinqiao.message.Content;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.Shape;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Bytes that end where a reader would rather they did not, and documents that say of themselves what they are not. */
final class CutTrials {
    private static final int CUTS = 12;
    private static final Set<FailureCode> CUT = EnumSet.of(FailureCode.CHARSET_WRONG, FailureCode.FRAME_UNREADABLE);
    private static final Set<FailureCode> UNREADABLE = EnumSet.of(FailureCode.FRAME_UNREADABLE);
    private static final String BOMB = "<!DOCTYPE r [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">"
            + "<!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;\"><!ENTITY e \"&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;\"><!ENTITY f \"&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;\">"
            + "<!ENTITY g \"&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;\"><!ENTITY h \"&g;&g;&g;&g;&g;&g;&g;&g;&g;&g;\"><!ENTITY i \"&h;&h;&h;&h;&h;&h;&h;&h;&h;&h;\">]>";

    private final Recorder recorder;
    private final Findings findings;

    CutTrials(Recorder recorder, Findings findings) {
        this.recorder = recorder;
        this.findings = findings;

    }

    void run(Subject subject, Spoiling spoiling) {
        trial(subject, "cut-anywhere", "在任意处截断", "cut in a dozen places", trial -> anywhere(trial, subject, spoiling));
        trial(subject, "half-a-character-at-the-limit", "最长值的最后一个字符只有一半", "half of the last character of the longest value", trial -> atTheLimit(trial, subject, spoiling));
        trial(subject, "entity-bomb", "实体炸弹", "entities inside entities, used", trial -> typed(trial, subject, spoiling, BOMB, "&i;"));
        trial(subject, "external-entity", "外部实体", "an entity that is a file", trial -> typed(trial, subject, spoiling, "<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>", "&x;"));
        trial(subject, "another-charset-in-the-document", "文档声明了另一字符集", "the document declares another charset", trial -> {
            if (!subject.agreement().xml()) {
                return Outcome.notRun("JSON 不声明字符集", "JSON declares no charset");
            }
            byte[] bytes = HostileTrials.document(subject, text -> "<?xml version=\"1.0\" encoding=\"ISO-8859-2\"?>" + text.replaceFirst("^<\\?xml[^>]*\\?>", ""));
            return spoiling.mustRefuse(trial, bytes, CUT, null);
        });
    }

    private Outcome anywhere(Trial trial, Subject subject, Spoiling spoiling) {
        byte[] sound = subject.sound();
        FrameForm form = subject.courier().speaker().descriptor().frame();
        int header = form == null ? 0 : form.flag().length() + form.width();
        for (int i = 0; i < CUTS; i++) {
            int end = header + (int) ((long) (sound.length - header - 1) * i / CUTS);
            byte[] cut = Arrays.copyOf(sound, end);
            Outcome outcome = refusedAnyhow(trial, subject, spoiling, form == null ? cut : HostileTrials.reframed(cut, form));
            if (!(outcome instanceof Outcome.Passed)) {
                return outcome;
            }
        }
        return new Outcome.Passed();
    }

    /** Where it is cut decides what is missing; that it is told as a refusal does not. */
    private Outcome refusedAnyhow(Trial trial, Subject subject, Spoiling spoiling, byte[] bytes) {
        try {
            subject.courier().read(subject.operation(), bytes);
        } catch (Refusal refusal) {
            return new Outcome.Passed();
        }
        return spoiling.mustRefuse(trial, bytes, UNREADABLE, null);
    }

    private Outcome atTheLimit(Trial trial, Subject subject, Spoiling spoiling) {
        Charset charset = subject.courier().speaker().descriptor().charset();
        for (Specimens.Leaf leaf : subject.specimens().leaves(subject.full())) {
            Place place = subject.agreement().ours(subject.operation(), "request", leaf.place());
            String longest = place == null || leaf.shape().type() != Shape.Type.TEXT || leaf.place().contains("[") ? null : Lengths.widest(leaf.shape().max(), place);
            if (longest == null) {
                continue;
            }
            Content.Group content = Tree.with(subject.full(), leaf.path(), new Content.Text(longest));
            if (!subject.specimens().lawful(content)) {
                continue;
            }
            byte[] whole = subject.courier().bytes(subject.courier().request(subject.message(content), subject.id(content), Subject.AT));
            byte[] cut = halved(subject, whole, longest, charset);
            return cut == null
                    ? Outcome.notRun("内容在数字信封内，线上见不到字符", "the content is sealed: no character of it is on the line")
                    : spoiling.mustRefuse(trial, cut, Map.of(), CUT, null);
        }
        return Outcome.notRun("本业务没有限长的中文字段", "no text of limited length holds such characters here");
    }

    /** The message without the last byte of the longest value. */
    private static byte @Nullable [] halved(Subject subject, byte[] whole, String longest, Charset charset) {
        boolean form = subject.agreement().framing().equals("http-form");
        byte[] value = longest.getBytes(charset);
        byte[] wanted = form ? escaped(value) : value;
        int at = find(whole, wanted);
        if (at < 0) {
            return null;
        }
        int end = at + wanted.length;
        int gone = form ? 3 : 1;
        byte[] cut = Arrays.copyOf(whole, whole.length - gone);
        System.arraycopy(whole, end, cut, end - gone, whole.length - end);
        FrameForm frame = subject.courier().speaker().descriptor().frame();
        return frame == null ? cut : HostileTrials.reframed(cut, frame);
    }

    /** As a form escapes bytes; those it leaves as they are stand so too. */
    private static byte[] escaped(byte[] value) {
        StringBuilder text = new StringBuilder();
        for (byte each : value) {
            int b = each & 0xff;
            boolean plain = b >= '0' && b <= '9' || b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z' || b == '-' || b == '_' || b == '.' || b == '*';
            text.append(plain ? String.valueOf((char) b) : String.format("%%%02X", b));
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static int find(byte[] in, byte[] wanted) {
        for (int at = 0; at + wanted.length <= in.length; at++) {
            if (Arrays.equals(in, at, at + wanted.length, wanted, 0, wanted.length)) {
                return at;
            }
        }
        return -1;
    }

    private Outcome typed(Trial trial, Subject subject, Spoiling spoiling, String type, String entity) {
        if (!subject.agreement().xml()) {
            return Outcome.notRun("JSON 没有实体", "JSON has no entities");
        }
        byte[] bytes = HostileTrials.document(subject, text -> text.replaceFirst(
                "^(<\\?xml[^>]*>)?(<[^>]*>)", "$1" + java.util.regex.Matcher.quoteReplacement(type) + "$2<x>" + entity + "</x>"));
        return spoiling.mustRefuse(trial, bytes, UNREADABLE, null);
    }

    private interface Body {
        Outcome of(Trial trial);
    }

    private void trial(Subject subject, String what, String chinese, String english, Body body) {
        Trial trial = subject.trial(Trial.Kind.HOSTILE, what, chinese, english);
        recorder.run(trial, () -> body.of(trial));
    }
}
