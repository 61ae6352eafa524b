package io.github.milvusspring.data.repository;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.github.milvusspring.data.MilvusLiteServer;
import io.github.milvusspring.data.mapping.MilvusEntity;
import io.github.milvusspring.data.mapping.VectorField;
import io.github.milvusspring.data.repository.support.MilvusRepositoryFactoryBean;
import io.github.milvusspring.data.write.BatchOptions;
import io.github.milvusspring.data.write.PropertySelection;
import io.github.milvusspring.data.write.WriteOptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.AbstractAggregateRoot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Entities that are written publish their domain events, by whichever verb.
 */
class DomainEventsIT {

	@RegisterExtension
	final MilvusLiteServer milvus = new MilvusLiteServer();

	private final List<Object> published = new ArrayList<>();

	private Orders orders;

	@BeforeEach
	void createRepository() {
		MilvusRepositoryFactoryBean<Orders, Order, String> bean = new MilvusRepositoryFactoryBean<>(Orders.class);
		bean.setMilvusOperations(this.milvus.template());
		bean.setBeanFactory(new DefaultListableBeanFactory());
		bean.setApplicationEventPublisher(this.published::add);
		bean.afterPropertiesSet();
		this.orders = Objects.requireNonNull(bean.getObject());
	}

	@Test
	void everyVerbThatWritesPublishesOnce() {
		this.orders.save(new Order("1").placed());
		this.orders.upsert(new Order("2").placed());
		this.orders.upsert(new Order("3").placed(), WriteOptions.DEFAULT);
		this.orders.insert(new Order("4").placed());
		this.orders.upsertAll(List.of(new Order("5").placed(), new Order("6").placed()));
		this.orders.insertAll(List.of(new Order("7").placed(), new Order("8")));
		this.orders.update(new Order("1").placed());
		this.orders.update(new Order("2").placed(), PropertySelection.of("v"));
		this.orders.upsertAll(Stream.of(new Order("9").placed(), new Order("10")), BatchOptions.DEFAULT);
		this.orders.delete(new Order("9").placed());
		assertThat(this.published).containsExactly("1", "2", "3", "4", "5", "6", "7", "1", "2", "9", "9");
	}

	@Test
	void eventsArePublishedOnceAndThenForgotten() {
		Order order = new Order("1").placed();
		this.orders.upsert(order);
		this.orders.upsert(order);
		assertThat(this.published).containsExactly("1");
	}

	@Test
	void nothingIsPublishedOfWhatIsNotWritten() {
		Order broken = new Order("1").placed();
		broken.v = new float[] { 1, 2, 3 };
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> this.orders.upsert(broken));
		assertThat(this.published).isEmpty();
	}

	interface Orders extends MilvusRepository<Order, String> {

	}

	@MilvusEntity("orders_with_events")
	static class Order extends AbstractAggregateRoot<Order> {

		@Id
		final String id;

		@VectorField(dimension = 2)
		float[] v = { 1, 2 };

		Order(String id) {
			this.id = id;
		}

		Order placed() {
			return andEvent(this.id);
		}

	}

}
