package io.jinqiao.adapter.descriptor;

import io.jinqiao.adapter.descriptor.WireForm.Constant;
import io.jinqiao.rulebook.Problems;
import io.jinqiao.signing.EnvelopeProfile;
import io.jinqiao.signing.EnvelopeProfile.Mode;
import io.jinqiao.signing.EnvelopeProfile.Order;
import io.jinqiao.signing.EnvelopeProfile.Wrapping;

/** Reads the {@code wire.sealing} part of an {@code adapter.yaml}. */
final class SealingReader {
    private SealingReader() {}

    static SealingForm read(Members sealing, Problems problems) {
        Order order = sealing.word("order", Order.class);
        Wrapping wrapping = sealing.word("wrapping", Wrapping.class);
        if (wrapping == Wrapping.DER && order != Order.C1C3C2) {
            problems.at(sealing.node("order"), "DER 形式的 SM2Cipher 只有一种顺序 / SM2Cipher in DER has one order only", "order: c1c3c2");
            order = Order.C1C3C2;
        }
        Constant none = new Constant("", "");
        return new SealingForm(
                new EnvelopeProfile(sealing.word("mode", Mode.class), order, wrapping),
                sealing.text("head"),
                sealing.text("request"),
                sealing.text("reply"),
                sealing.text("key"),
                sealing.has("token") ? sealing.in("token").text("name") : "",
                sealing.has("token") && sealing.in("token").has("in")
                        ? new Constant(sealing.in("token").text("in"), sealing.in("token").text("out"))
                        : none,
                sealing.has("token") && sealing.in("token").has("session") ? session(sealing.in("token").in("session")) : null,
                sealing.text("our-key"),
                sealing.text("their-certificate"));
    }

    private static SealingForm.SessionForm session(Members session) {
        return new SealingForm.SessionForm(session.duration("lifetime"), session.text("caller"), session.text("sample"));
    }
}
