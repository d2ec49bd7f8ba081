package vn.lienthong.hub.facade;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.lienthong.hub.problem.ProblemCode;

class ContractDriftIT extends FacadeStory {
    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Test
    void servesExactlyWhatTheContractNames() {
        assertThat(served()).isEqualTo(contracted());
    }

    private Set<String> served() {
        return requestMappingHandlerMapping.getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getPatternValues().stream()
                        .filter(path -> path.startsWith("/api/"))
                        .map(path -> methods(mapping) + " " + path))
                .collect(Collectors.toSet());
    }

    private static String methods(RequestMappingInfo mapping) {
        return mapping.getMethodsCondition().getMethods().stream()
                .map(Enum::name)
                .collect(Collectors.joining("|"));
    }

    private Set<String> contracted() {
        return contract.document().path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .map(operation ->
                                operation.getKey().toUpperCase(java.util.Locale.ROOT) + " /api/v1" + path.getKey()))
                .collect(Collectors.toSet());
    }

    @Test
    void namesExactlyTheProblemCodesThatExist() {
        var named = contract.document().at("/components/schemas/ProblemCode/enum");

        assertThat(named.valueStream().map(com.fasterxml.jackson.databind.JsonNode::asText))
                .containsExactlyInAnyOrderElementsOf(java.util.Arrays.stream(ProblemCode.values())
                        .map(ProblemCode::code)
                        .toList());
    }
}
