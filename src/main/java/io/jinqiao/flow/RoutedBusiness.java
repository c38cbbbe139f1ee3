package io.jinqiao.flow;

import io.jinqiao.adapter.Business;
import io.jinqiao.adapter.FileBusiness;
import io.jinqiao.message.Answered;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.FileKind;
import io.jinqiao.message.FileResult;
import io.jinqiao.message.Incoming;
import io.jinqiao.message.IncomingFile;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Outcome;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.Reply;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** One transaction around one route; a rejection undoes what the route did. */
@Component
class RoutedBusiness implements Business, FileBusiness, Capabilities {
    private final TransactionTemplate transaction;
    private final RouteRunner routes;

    RoutedBusiness(TransactionTemplate transaction, RouteRunner routes) {
        this.transaction = transaction;
        this.routes = routes;
    }

    @Override
    public <T> T inOneCommit(Function<Function<Incoming, Outcome>, T> work) {
        return transaction.execute(status -> work.apply(this::decide));
    }

    @Override
    public boolean hearsAnswers(Operation operation) {
        return routes.exists(answering(operation));
    }

    private static String answering(Operation operation) {
        return operation.id() + "-answered";
    }

    @Override
    public void answered(Answered answered) {
        String route = answering(answered.message().operation());
        if (routes.exists(route)) {
            routes.run(route, answered);
        }
    }

    @Override
    public Object run(String route, Object command) {
        if (!routes.exists(route)) {
            throw new IllegalArgumentException("no route " + route);
        }
        return transaction.execute(status -> accepted(routes.run(route, command)));
    }

    @Override
    public boolean has(String route) {
        return routes.exists(route);
    }

    @Override
    public boolean takes(FileKind kind) {
        return routes.exists(taking(kind));
    }

    private static String taking(FileKind kind) {
        return kind.id() + "-file";
    }

    @Override
    public <T> T fileInOneCommit(Function<Function<IncomingFile, FileResult>, T> work) {
        return transaction.execute(status -> work.apply(file -> (FileResult) routes.run(taking(file.kind()), file)));
    }

    private Outcome decide(Incoming incoming) {
        String route = incoming.message().operation().id();
        if (!routes.exists(route)) {
            throw new Refusal(FailureCode.OPERATION_NOT_IN_SERVICE, route);
        }
        return (Outcome) accepted(routes.run(route, incoming));
    }

    private static Object accepted(Object out) {
        if (out instanceof Outcome outcome && outcome.reply() instanceof Reply.Rejected rejected) {
            throw new Refusal(rejected.problems());
        }
        return out;
    }
}
