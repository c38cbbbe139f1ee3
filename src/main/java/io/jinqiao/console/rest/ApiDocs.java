package io.jinqiao.console.rest;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.converter.ResolvedSchema;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.models.GroupedOpenApi;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.method.HandlerMethod;

/** The description of {@code /api/v1}; served in development, switched off elsewhere. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("springdoc.api-docs.enabled")
class ApiDocs {
    private final Map<String, Schema<?>> shapes = new ConcurrentHashMap<>();

    /** Title and version, for whoever asks without naming a group too. */
    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("金桥 /api/v1 · Jinqiao /api/v1")
                        .description("公积金中心核心系统与工作人员的接口 / for the centre's core system and its people")
                        .version("1"));
    }

    @Bean
    GroupedOpenApi apiVersion1() {
        SpringDocUtils.getConfig().addAnnotationsToIgnore(Body.class);
        return GroupedOpenApi.builder().group("v1").pathsToMatch("/api/v1/**").build();
    }

    @Bean
    GlobalOperationCustomizer commandsWithTheirBodies() {
        return this::command;
    }

    @Bean
    GlobalOpenApiCustomizer shapesAndToken() {
        return this::whole;
    }

    private Operation command(Operation operation, HandlerMethod handler) {
        Arrays.stream(handler.getMethodParameters())
                .filter(p -> p.hasParameterAnnotation(Body.class))
                .findFirst()
                .ifPresent(p -> describe(operation, p));
        return operation;
    }

    private void describe(Operation operation, MethodParameter parameter) {
        Body body = parameter.getParameterAnnotation(Body.class);
        ResolvedSchema resolved = ModelConverters.getInstance().resolveAsResolvedSchema(new AnnotatedType(body.value()));
        resolved.referencedSchemas.forEach((name, schema) -> shapes.put(name, schema));
        operation.setRequestBody(new RequestBody()
                .required(true)
                .content(new Content().addMediaType("application/json", new MediaType().schema(resolved.schema))));
        operation.addParametersItem(new HeaderParameter()
                .name(Once.HEADER)
                .description("同一键、同一请求：返回已存答复 / same key and request: the stored answer")
                .schema(new Schema<>().type("string").maxLength(100)));
    }

    private void whole(OpenAPI api) {
        Components components = api.getComponents() == null ? new Components() : api.getComponents();
        shapes.forEach(components::addSchemas);
        components.addSecuritySchemes("token", new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer"));
        api.components(components).addSecurityItem(new SecurityRequirement().addList("token"));
    }
}
