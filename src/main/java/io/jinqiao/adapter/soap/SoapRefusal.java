package io.jinqiao.adapter.soap;

import javax.xml.namespace.QName;
import org.apache.cxf.binding.soap.Soap11;
import org.apache.cxf.binding.soap.SoapFault;

/** Why an envelope is none of ours; nothing of the message is quoted. */
public final class SoapRefusal extends RuntimeException {

    /** What is wrong with an envelope that is XML. */
    public enum Why {
        /** Of another version of SOAP, or no envelope at all. */
        VERSION,
        /** A header says that it must be understood, and nobody agreed on it. */
        NOT_UNDERSTOOD,
        /** Anything else. */
        UNREADABLE
    }

    private final Why why;

    private SoapRefusal(Why why) {
        super(why.name());
        this.why = why;
    }

    static SoapRefusal of(SoapFault fault) {
        QName code = fault.getFaultCode();
        Soap11 soap = Soap11.getInstance();
        return new SoapRefusal(soap.getVersionMismatch().equals(code) ? Why.VERSION : soap.getMustUnderstand().equals(code) ? Why.NOT_UNDERSTOOD : Why.UNREADABLE);
    }

    public Why why() {
        return why;
    }
}
