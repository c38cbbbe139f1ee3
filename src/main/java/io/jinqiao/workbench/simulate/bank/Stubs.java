package io.jinqiao.workbench.simulate.bank;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.direct.DirectCallHttpServer;
import com.github.tomakehurst.wiremock.direct.DirectCallHttpServerFactory;
import com.github.tomakehurst.wiremock.http.ImmutableRequest;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.http.Response;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The stubs of a partner's folder, asked without a connection: WireMock says what stands in an answer, the wire around it has verified the
 * request and signs.
 */
final class Stubs implements Examples {
    private final Wire wire;
    private final DirectCallHttpServer stubs;

    /** @param root folder with {@code mappings} and {@code __files} */
    Stubs(Wire wire, Path root) {
        this.wire = wire;
        DirectCallHttpServerFactory direct = new DirectCallHttpServerFactory();
        WireMockServer server = new WireMockServer(WireMockConfiguration.options()
                .httpServerFactory(direct)
                .disableRequestJournal()
                .usingFilesUnderDirectory(root.toString()));
        server.start();
        this.stubs = direct.getHttpServer();
    }

    @Override
    public Wire.Said answer(Wire.Asked asked) throws NotUnderstood {
        Response response = stubs.stubRequest(templated(ImmutableRequest.create()
                .withAbsoluteUrl("https://localhost" + asked.path())
                .withMethod(RequestMethod.POST)
                .withHeader("Content-Type", "application/json; charset=UTF-8")
                .withBody(asked.opened().getBytes(StandardCharsets.UTF_8))
                .build()));
        if (response.getStatus() != 200) {
            throw new NotUnderstood(Outcome.REFUSED, asked.id(), "", "没有应答样例 / no stub answers " + asked.path());
        }
        ObjectNode tree = StrictJson.read(response.getBodyAsString());
        Wire.Heard heard = wire.spoken(tree);
        return new Wire.Said(wire.done(heard.code()) ? Outcome.DONE : Outcome.REFUSED, heard.content(), List.of(), null);
    }

    /** WireMock's own request in memory has no cookies at all, over which its templates stumble. */
    private static Request templated(Request request) {
        return (Request) Proxy.newProxyInstance(Stubs.class.getClassLoader(), new Class<?>[] {Request.class}, (proxy, method, arguments) -> {
            Object value = method.invoke(request, arguments);
            return value == null && Map.class.isAssignableFrom(method.getReturnType()) ? Map.of() : value;
        });
    }
}
