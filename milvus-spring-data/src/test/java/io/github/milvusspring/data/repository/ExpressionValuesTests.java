package io.github.milvusspring.data.repository;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.github.milvusspring.data.mapping.MilvusEntity;
import io.github.milvusspring.data.mapping.MilvusField;
import io.github.milvusspring.data.mapping.VectorField;
import io.github.milvusspring.data.model.FieldType;
import org.junit.jupiter.api.Test;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.annotation.Id;
import org.springframework.data.convert.PropertyValueConverter;
import org.springframework.data.convert.ValueConversionContext;
import org.springframework.data.convert.ValueConverter;
import org.springframework.data.mapping.PersistentProperty;
import org.springframework.data.repository.query.Param;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A value in an expression is what the field beside it stores.
 */
class ExpressionValuesTests {

	private static final Instant TIME = Instant.parse("2026-01-02T03:04:05Z");

	private final RecordedOperations operations = new RecordedOperations();

	private final Orders orders = this.operations.repository(Orders.class);

	@Test
	void textFormsNeedNoConverter() {
		UUID id = new UUID(1, 2);
		this.orders.byId(id);
		assertFilter("id == \"" + id + "\"");
		this.orders.byIds(List.of(id), LocalDate.of(2026, 1, 2));
		assertFilter("id not in [\"" + id + "\"] and (day >= \"2026-01-02\" or day < \"-\")");
	}

	@Test
	void aFieldDecidesHowItsValuesAreWritten() {
		this.orders.since(TIME, BigDecimal.valueOf(150, 2));
		assertFilter("placed >= " + TIME.toEpochMilli() + " and total == \"1.50\"");
		this.orders.ofRank(new Rank("gold"), new Rank[] { new Rank("iron") });
		assertFilter("the_rank == 2 and the_rank in [1]");
	}

	@Test
	void whatIsComparedWithMoreThanAFieldIsWrittenByItsOwnType() {
		this.orders.computed(BigDecimal.valueOf(150, 2), Currency.getInstance("EUR"));
		assertFilter("meta[\"total\"] == 1.5 and meta[\"currency\"] == \"EUR\"");
	}

	@Test
	void aValueThatItsConverterRefusesIsNamed() {
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class).isThrownBy(() -> {
			this.orders.ofRank(new Rank("wood"), new Rank[0]);
			this.operations.filter(Order.class);
		}).withMessageContaining("'the_rank'").withMessageContaining("wood");
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class).isThrownBy(() -> {
			this.orders.computed(BigDecimal.ONE, new Object());
			this.operations.filter(Order.class);
		}).withMessageContaining("Object");
	}

	private void assertFilter(String expression) {
		assertThat(this.operations.filter(Order.class)).isEqualTo(expression);
	}

	interface Orders extends MilvusRepository<Order, UUID> {

		@Query("id == :id")
		List<Order> byId(@Param("id") UUID id);

		@Query("id not in :ids and :day <= day")
		List<Order> byIds(@Param("ids") List<UUID> ids, @Param("day") LocalDate day);

		@Query("placed >= :since and total == :total")
		List<Order> since(@Param("since") Instant since, @Param("total") BigDecimal total);

		@Query("the_rank == :rank and the_rank in :ranks")
		List<Order> ofRank(@Param("rank") Rank rank, @Param("ranks") Rank[] ranks);

		@Query("meta[\"total\"] == :total and meta[\"currency\"] == :currency")
		List<Order> computed(@Param("total") BigDecimal total, @Param("currency") Object currency);

	}

	@MilvusEntity("orders")
	record Order(@Id @MilvusField(maxLength = 36) UUID id, @MilvusField(type = FieldType.INT64) Instant placed,
			@MilvusField(maxLength = 40) BigDecimal total, @MilvusField(maxLength = 10) LocalDate day,
			@MilvusField("the_rank") @ValueConverter(RankConverter.class) Rank rank, Map<String, Object> meta,
			@VectorField(dimension = 2) float[] embedding) {

	}

	record Rank(String name) {

	}

	static class RankConverter
			implements PropertyValueConverter<Rank, Integer, ValueConversionContext<? extends PersistentProperty<?>>> {

		private static final List<String> NAMES = List.of("wood", "iron", "gold");

		@Override
		public Rank read(Integer value, ValueConversionContext<? extends PersistentProperty<?>> context) {
			return new Rank(NAMES.get(value));
		}

		@Override
		public Integer write(Rank value, ValueConversionContext<? extends PersistentProperty<?>> context) {
			if (value.name().equals("wood")) {
				throw new IllegalArgumentException("there is no rank for wood");
			}
			return NAMES.indexOf(value.name());
		}

	}

}
