package vn.lienthong.hub.connector;

import java.util.Map;
import java.util.Set;
import org.apache.camel.spi.BeanRepository;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/** Routes may call a bean of the hub by its name, such as the one that takes reports in. */
final class HubBeans implements BeanRepository {
    private final ApplicationContext spring;

    HubBeans(ApplicationContext spring) {
        this.spring = spring;
    }

    @Override
    public @Nullable Object lookupByName(String name) {
        return spring.containsBean(name) ? spring.getBean(name) : null;
    }

    @Override
    public <T> @Nullable T lookupByNameAndType(String name, Class<T> type) {
        return spring.containsBean(name) && spring.isTypeMatch(name, type) ? spring.getBean(name, type) : null;
    }

    @Override
    public <T> Map<String, T> findByTypeWithName(Class<T> type) {
        return Map.of();
    }

    @Override
    public <T> Set<T> findByType(Class<T> type) {
        return Set.of();
    }
}
