package io.jinqiao.workbench.simulate.mirror;

import com.github.tomakehurst.wiremock.extension.ResponseTransformerV2;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import io.jinqiao.adapter.WireAnswer;
import io.jinqiao.adapter.WireRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Named {@code jinqiao-sign} in the stubs: turns the content a stub wrote into the bank's signed answer. */
final class SigningTransformer implements ResponseTransformerV2 {
    private final BankDesk desk;
    private final @Nullable SampleAnswers sealed;

    /** @param sealed what is answered where messages come in digital envelopes, into which no stub can look; null: they do not */
    SigningTransformer(BankDesk desk, @Nullable SampleAnswers sealed) {
        this.desk = desk;
        this.sealed = sealed;
    }

    @Override
    public String getName() {
        return "jinqiao-sign";
    }

    @Override
    public boolean applyGlobally() {
        return false;
    }

    @Override
    public Response transform(Response stub, ServeEvent event) {
        BankDesk.Said said = sealed == null ? desk.take(request(event), stub.getBodyAsString()) : desk.take(request(event), sealed);
        Response.Builder response = Response.Builder.like(stub).but();
        if (said.answer() == null) {
            return response.fault(Fault.EMPTY_RESPONSE).build();
        }
        WireAnswer answer = said.answer();
        return response.status(answer.status())
                .headers(new HttpHeaders(answer.headers().entrySet().stream()
                        .map(h -> new HttpHeader(h.getKey(), h.getValue()))
                        .toList()))
                .incrementInitialDelay(said.delayMillis())
                .body(answer.body())
                .build();
    }

    private static WireRequest request(ServeEvent event) {
        Map<String, String> headers = new HashMap<>();
        event.getRequest().getHeaders().all().forEach(h -> headers.put(h.key().toLowerCase(Locale.ROOT), h.firstValue()));
        String url = event.getRequest().getUrl();
        String path = url.contains("?") ? url.substring(0, url.indexOf('?')) : url;
        return new WireRequest("", path, headers, event.getRequest().getBody(), false, List.of(), null);
    }
}
