package io.jinqiao.adapter.soap;

import java.util.List;
import java.util.SortedSet;
import org.apache.cxf.Bus;
import org.apache.cxf.binding.soap.Soap11;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.bus.extension.ExtensionManagerBus;
import org.apache.cxf.bus.managers.PhaseManagerImpl;
import org.apache.cxf.interceptor.Interceptor;
import org.apache.cxf.logging.FaultListener;
import org.apache.cxf.message.ExchangeImpl;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.Phase;
import org.apache.cxf.phase.PhaseInterceptorChain;
import org.apache.cxf.phase.PhaseManager;

/** One message through interceptors of CXF, without its transports. */
final class Chain {
    /** Refused messages are told by whoever asked, never by the engine's own log: it would quote them. */
    private static final FaultListener SILENT = (fault, description, message) -> false;

    private static final PhaseManager PHASES = new PhaseManagerImpl();
    private static final Bus BUS = new ExtensionManagerBus();

    private Chain() {}

    static Bus bus() {
        return BUS;
    }

    static SoapMessage message(boolean inbound) {
        SoapMessage message = new SoapMessage(Soap11.getInstance());
        ExchangeImpl exchange = new ExchangeImpl();
        exchange.put(Bus.class, BUS);
        message.setExchange(exchange);
        message.put(Message.INBOUND_MESSAGE, inbound);
        message.put(FaultListener.class.getName(), SILENT);
        if (inbound) {
            exchange.setInMessage(message);
        } else {
            exchange.setOutMessage(message);
        }
        return message;
    }

    /** @throws RuntimeException what an interceptor threw */
    static void run(SoapMessage message, boolean inbound, List<Interceptor<? extends Message>> interceptors) {
        SortedSet<Phase> phases = inbound ? PHASES.getInPhases() : PHASES.getOutPhases();
        PhaseInterceptorChain chain = new PhaseInterceptorChain(phases);
        interceptors.forEach(chain::add);
        message.setInterceptorChain(chain);
        chain.doIntercept(message);
        Exception fault = message.getContent(Exception.class);
        if (fault instanceof RuntimeException thrown) {
            throw thrown;
        }
    }
}
