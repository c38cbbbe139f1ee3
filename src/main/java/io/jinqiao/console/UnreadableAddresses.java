package io.jinqiao.console;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;
import org.springframework.stereotype.Component;

/** Addresses that are so wrong that the server turns them away before anything of ours is asked: they are answered as everything else is. */
@Component
class UnreadableAddresses implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    @Override
    public void customize(TomcatServletWebServerFactory server) {
        server.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(Report.class.getName());
            }
        });
    }

    /** Made by the server by its name. */
    public static final class Report extends ErrorReportValve {
        private static final ObjectMapper JSON = Jackson2ObjectMapperBuilder.json().build();
        private static final String ADDRESS = "address";

        @Override
        protected void report(Request request, Response response, Throwable failure) {
            if (response.getStatus() != Response.SC_BAD_REQUEST || response.getContentWritten() > 0 || !response.setErrorReported()) {
                super.report(request, response, failure);
                return;
            }
            try {
                Problems.write(request, response.getResponse(), new BadRequest(BadRequest.impossible(ADDRESS)), JSON);
                response.finishResponse();
            } catch (IOException e) {
                getContainer().getLogger().debug("nobody waits for the answer", e);
            }
        }
    }
}
