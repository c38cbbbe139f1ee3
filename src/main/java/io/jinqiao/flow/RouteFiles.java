package io.jinqiao.flow;

import io.jinqiao.rulebook.RuleProblem;
import io.jinqiao.rulebook.RulebookException;
import io.jinqiao.rulebook.Source;
import io.jinqiao.rulebook.Sources;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.errorhandler.NoErrorHandlerDefinition;
import org.apache.camel.spi.Resource;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Loads the route files before Camel starts: one explicit list, a file in {@code jinqiao.home} in place of the packaged one of the same
 * name. A file without a route or a template stops the start.
 */
@Component
class RouteFiles implements CamelContextConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(RouteFiles.class);
    private static final String ENDING = ".camel.yaml";

    private final Sources sources;

    RouteFiles(Sources sources) {
        this.sources = sources;
    }

    @Override
    public void beforeApplicationStart(CamelContext camel) {
        // what a door throws goes to the caller as it is: no redelivery, no log with a body in it
        camel.getCamelContextExtension().setErrorHandlerFactory(new NoErrorHandlerDefinition());
        ModelCamelContext model = (ModelCamelContext) camel;
        int files = load(camel, model, sources.list("routes"));
        if (files == 0 || model.getRouteDefinitions().isEmpty()) {
            throw unusable("routes/", "程序包与 jinqiao.home 中都没有路由 / no routes, neither packaged nor in jinqiao.home");
        }
    }

    @Override
    public void afterApplicationStart(CamelContext camel) {
        LOG.info("{} routes started", camel.getRoutesSize());
    }

    private static int load(CamelContext camel, ModelCamelContext model, List<Source> files) {
        int loaded = 0;
        for (Source file : files) {
            if (file.name().endsWith(ENDING)) {
                load(camel, model, file);
                loaded++;
            }
        }
        return loaded;
    }

    private static void load(CamelContext camel, ModelCamelContext model, Source file) {
        int before = count(model);
        Resource resource = ResourceHelper.fromBytes(file.name(), file.bytes());
        try {
            PluginHelper.getRoutesLoader(camel).loadRoutes(resource);
        } catch (Exception e) {
            throw unusable(file.name(), "不能加载 / cannot be loaded: " + innermost(e));
        }
        if (count(model) == before) {
            throw unusable(file.name(), "没有路由也没有模板 / holds no route and no template");
        }
        LOG.info("route file {}", file);
    }

    /** The last cause names line and column. */
    private static String innermost(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage()).replaceAll("\\s+", " ").strip();
    }

    private static RulebookException unusable(String file, String what) {
        return new RulebookException(List.of(new RuleProblem(file, 0, 0, "", what, null)));
    }

    private static int count(ModelCamelContext model) {
        return model.getRouteDefinitions().size() + model.getRouteTemplateDefinitions().size();
    }
}
