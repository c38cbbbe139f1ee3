package io.jinqiao.adapter;

import io.jinqiao.adapter.codec.Dialect;
import io.jinqiao.adapter.codec.Unsigned;
import io.jinqiao.adapter.codec.WireCall;
import io.jinqiao.message.CanonicalMessage;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Requests of a bank, whole or spoilt on the wire; the signature is a word, nobody verifies here. */
public final class Letters {
    public static final String PATH = "/partners/icbc/api/housingfund/loanapplication/V1";

    private final Dialect centre;

    public Letters(Dialect centre) {
        this.centre = centre;
    }

    public WireRequest of(CanonicalMessage message) {
        return spoilt(message, text -> text);
    }

    /** @param spoil is given the content as the bank wrote it */
    public WireRequest spoilt(CanonicalMessage message, UnaryOperator<String> spoil) {
        Dialect bank = centre.mirrored();
        Unsigned unsigned = bank.request(message, new MessageId("ICBC1"), ShippedFolders.CLOCK.instant());
        Map<String, String> parts = new LinkedHashMap<>(unsigned.parts());
        parts.computeIfPresent("biz_content", (name, text) -> spoil.apply(text));
        Unsigned changed = new Unsigned(unsigned.operation(), unsigned.signType(), unsigned.signingInput(), parts);
        WireCall call = bank.finishRequest(changed, "c2ln");
        return body(call.path(), call.body());
    }

    public static WireRequest body(String body) {
        return body(body.getBytes(StandardCharsets.UTF_8));
    }

    public static WireRequest body(byte[] body) {
        return body(PATH, body);
    }

    private static WireRequest body(String path, byte[] body) {
        return new WireRequest(
                "icbc", path, Map.of("content-type", "application/json; charset=UTF-8"), body, false, List.of(), null);
    }

    /** What the centre finds wrong; empty when nothing is. */
    public List<Problem> problems(WireRequest request) {
        try {
            centre.decode(centre.open(request));
            return List.of();
        } catch (Refusal refusal) {
            return refusal.problems();
        }
    }

    /** One line for each problem: code, our place, their place. */
    public List<String> told(WireRequest request) {
        return problems(request).stream()
                .map(p -> p.code().code() + " " + p.field() + " " + p.theirField())
                .toList();
    }
}
