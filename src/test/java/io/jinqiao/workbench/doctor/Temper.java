package io.jinqiao.workbench.doctor;

import io.jinqiao.adapter.WireRequest;
import io.jinqiao.adapter.codec.Framed;
import io.jinqiao.adapter.descriptor.FrameForm.Counts;
import io.jinqiao.message.FailureCode;
import io.jinqiao.signing.EnvelopeProfile;
import io.jinqiao.signing.SigningProfile;
import java.nio.charset.Charset;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** How a bank behaves; as agreed when nothing is set. */
final class Temper {
    enum Door {
        OPEN,
        /** Ends every connection at once. */
        RESETS,
        CLOSES,
        /** Takes the connection and says nothing, as a service that hangs. */
        SILENT,
        /** Speaks in the clear. */
        PLAIN,
        /** Says that no version is in common. */
        OTHER_VERSION,
        /** Answers with a version nobody takes any more. */
        OLD_VERSION
    }

    Door door = Door.OPEN;
    /** Whose TLS certificate it shows; null: the agreed one. */
    String tlsAlias;
    /** Shows a certificate of, or trusts only, authorities nobody here knows. */
    boolean strangeServer;
    boolean trustsStrangersOnly;
    int status = 200;
    boolean silent;
    /** What it says to everything. */
    FailureCode refuses;
    /** Refuses with a code and without the list of what is wrong. */
    boolean terse;

    Charset charset;
    Counts counts;
    boolean signsNothing;
    String signingKey;
    UnaryOperator<SigningProfile> signsWith = UnaryOperator.identity();
    UnaryOperator<byte[]> signs = UnaryOperator.identity();
    /** In a digital envelope: the wrapped key first. */
    boolean signsInOtherOrder;
    UnaryOperator<SigningProfile> expects = UnaryOperator.identity();
    BiFunction<WireRequest, Framed, byte[]> verifies = (request, framed) -> framed.signingInput();
    String knowsUsAs;
    UnaryOperator<EnvelopeProfile> seals = UnaryOperator.identity();
    String sealsFor;
}
