package io.jinqiao.adapter.soap;

import org.apache.cxf.binding.soap.SoapFault;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.wss4j.common.ext.WSSecurityException;
import org.apache.wss4j.dom.WSConstants;

/** Why the signature of an envelope is not taken; nothing of the message is quoted. */
public final class SignatureRefusal extends RuntimeException {

    /** The first thing found. */
    public enum Why {
        /** There is no header of WS-Security. */
        MISSING,
        /** The header is none we can use: of another form, or with an algorithm that is not taken. */
        MALFORMED,
        /** What is signed was changed, or the signature is another's. */
        INVALID,
        /** The certificate is not one registered for the partner. */
        STRANGER,
        /** The time-stamp is over, or of the future. */
        OUTDATED,
        /** Something is signed, but not this body and this time-stamp. */
        NOT_COVERED
    }

    private final Why why;

    private SignatureRefusal(Why why) {
        super(why.name());
        this.why = why;
    }

    public Why why() {
        return why;
    }

    static SignatureRefusal of(RuntimeException fault, SoapMessage message) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof WSSecurityException told) {
                return new SignatureRefusal(why(told.getErrorCode(), message));
            }
        }
        return new SignatureRefusal(fault instanceof SoapFault ? Why.NOT_COVERED : Why.MALFORMED);
    }

    private static Why why(WSSecurityException.ErrorCode code, SoapMessage message) {
        if (message.getHeader(new javax.xml.namespace.QName(WSConstants.WSSE_NS, WSConstants.WSSE_LN)) == null) {
            return Why.MISSING;
        }
        return switch (code) {
            case FAILED_CHECK -> Why.INVALID;
            case FAILED_AUTHENTICATION -> Why.STRANGER;
            case MESSAGE_EXPIRED -> Why.OUTDATED;
            default -> Why.MALFORMED;
        };
    }
}
