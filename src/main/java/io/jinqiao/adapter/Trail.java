package io.jinqiao.adapter;

import io.jinqiao.adapter.codec.Framed;
import io.jinqiao.adapter.codec.Glimpse;
import io.jinqiao.message.CanonicalMessage;
import io.jinqiao.message.Operation;
import io.jinqiao.signing.Verdict;
import org.jspecify.annotations.Nullable;

/** How far a request came before it was refused: what its record can say. */
final class Trail {
    final Arrived arrived;
    private boolean identified;
    private @Nullable Glimpse glimpse;
    private @Nullable Framed framed;
    private @Nullable Verdict verdict;
    private @Nullable CanonicalMessage message;

    Trail(Arrived arrived) {
        this.arrived = arrived;
    }

    Identified reached(Identified stage) {
        identified = true;
        return stage;
    }

    Opened reached(Opened stage) {
        framed = stage.framed();
        return stage;
    }

    void judged(Verdict judgement) {
        verdict = judgement;
    }

    Decoded reached(Decoded stage) {
        message = stage.message();
        return stage;
    }

    boolean identified() {
        return identified;
    }

    /** Whether the sender is proven: only then is a refusal kept as the answer to these bytes. */
    boolean proven() {
        return identified && verdict != null && verdict.accepted();
    }

    @Nullable Framed framed() {
        return framed;
    }

    @Nullable Verdict verdict() {
        return verdict;
    }

    @Nullable CanonicalMessage message() {
        return message;
    }

    /** For logs and metrics. */
    String operation() {
        Operation operation = glimpse().operation();
        return operation == null ? "unknown" : operation.id();
    }

    Glimpse glimpse() {
        if (framed != null) {
            return framed.glimpse();
        }
        if (glimpse == null) {
            glimpse = arrived.dialect().glimpse(arrived.request());
        }
        return glimpse;
    }
}
