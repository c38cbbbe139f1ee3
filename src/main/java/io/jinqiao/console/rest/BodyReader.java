package io.jinqiao.console.rest;

import io.jinqiao.message.Content;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Fields;
import io.jinqiao.message.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives handlers the {@link Body} they ask for. */
@Component
class BodyReader implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(Body.class);
    }

    @Override
    public Fields resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders)
            throws IOException, HttpMediaTypeNotSupportedException {
        HttpServletRequest request = web.getNativeRequest(HttpServletRequest.class);
        if (request == null || !isJson(request.getContentType())) {
            throw new HttpMediaTypeNotSupportedException((MediaType) null, List.of(MediaType.APPLICATION_JSON));
        }
        byte[] body = request.getInputStream().readNBytes(RequestContent.LIMIT + 1);
        if (body.length > RequestContent.LIMIT) {
            throw new Refusal(FailureCode.FRAME_TOO_LARGE, "" + RequestContent.LIMIT);
        }
        Content.Group content = RequestContent.read(body);
        return Fields.of(content, KnownMembers.unknown(content, parameter.getParameterAnnotation(Body.class).value()));
    }

    private static boolean isJson(@Nullable String type) {
        try {
            return type != null && MediaType.APPLICATION_JSON.isCompatibleWith(MediaType.parseMediaType(type));
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }
}
