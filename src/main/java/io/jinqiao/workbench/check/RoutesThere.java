package io.jinqiao.workbench.check;

import io.jinqiao.adapter.descriptor.OperationRule;
import io.jinqiao.adapter.descriptor.PartnerDescriptor;
import io.jinqiao.message.Operation;
import io.jinqiao.rulebook.Sources;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which agreed operations the house can do: one to the centre has the route of its name, one from the centre a route for its answer.
 * What the pipe itself asks and answers needs none.
 */
public final class RoutesThere {
    private static final String ENDING = ".camel.yaml";

    private final Set<String> routes;

    RoutesThere(Sources sources) {
        routes = sources.list("routes").stream()
                .map(source -> source.name().substring(source.name().lastIndexOf('/') + 1))
                .filter(name -> name.endsWith(ENDING))
                .map(name -> name.substring(0, name.length() - ENDING.length()))
                .collect(Collectors.toSet());
    }

    /** @param route what is missing; null: the folder itself switches the operation off */
    public record Missing(Operation operation, @Nullable String route) {
        @Override
        public String toString() {
            return operation.id() + (route == null ? " (enabled: false)" : " (no route " + route + ")");
        }
    }

    /** What is agreed but refused with {@code operation.not_in_service} for now, each with what is missing. */
    List<Missing> notInService(PartnerDescriptor partner) {
        return partner.operations().values().stream()
                .sorted(java.util.Comparator.comparing(OperationRule::operation))
                .flatMap(this::missing)
                .toList();
    }

    private Stream<Missing> missing(OperationRule rule) {
        Operation operation = rule.operation();
        if (!rule.enabled()) {
            return Stream.of(new Missing(operation, null));
        }
        if (operation.ofThePipe()) {
            return Stream.empty();
        }
        Stream.Builder<String> missing = Stream.builder();
        if (operation.direction() != Operation.Direction.FROM_CENTRE) {
            missing.add(operation.id());
        }
        if (operation.direction() != Operation.Direction.TO_CENTRE) {
            missing.add(operation.id() + "-answered");
        }
        return missing.build().filter(route -> !routes.contains(route)).map(route -> new Missing(operation, route));
    }
}
