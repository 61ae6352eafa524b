package io.github.milvusspring.data.types;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.Currency;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import io.github.milvusspring.data.mapping.DynamicFields;
import io.github.milvusspring.data.mapping.MilvusEntity;
import io.github.milvusspring.data.mapping.VectorField;
import io.github.milvusspring.data.repository.MilvusRepository;
import io.github.milvusspring.data.repository.Query;
import io.github.milvusspring.data.repository.VectorSearch;

import org.springframework.data.annotation.Id;
import org.springframework.data.repository.NoRepositoryBean;
import org.springframework.data.repository.query.Param;

/**
 * A value of each Java type at every place that an entity can keep it, and every way to
 * ask for it.
 */
final class ValueCells {

	private ValueCells() {
	}

	static Stream<Sample<?, ?>> samples() {
		return Stream.of(new Sample<>(CellBool.class, Bools.class, OrderedBools.class, false, true, false),
				new Sample<>(CellTiny.class, Tinys.class, OrderedTinys.class, (byte) -3, (byte) 7, true),
				new Sample<>(CellSmall.class, Smalls.class, OrderedSmalls.class, (short) -3, (short) 300, true),
				new Sample<>(CellNumber.class, Numbers.class, OrderedNumbers.class, -3, 70_000, true),
				new Sample<>(CellBig.class, Bigs.class, OrderedBigs.class, 9_007_199_254_740_992L,
						9_007_199_254_740_993L, true),
				new Sample<>(CellReal.class, Reals.class, OrderedReals.class, 3.14f, 50f, true),
				new Sample<>(CellPrecise.class, Precises.class, OrderedPrecises.class, 3.14, 50d, true),
				new Sample<>(CellText.class, Texts.class, OrderedTexts.class, "a \"b\" \\ '", "b", true),
				new Sample<>(CellLetter.class, Letters.class, OrderedLetters.class, 'a', 'ß', true),
				new Sample<>(CellSequence.class, Sequences.class, OrderedSequences.class, "a", "b", true),
				new Sample<>(CellConstant.class, Constants.class, OrderedConstants.class, Scalars.Color.RED,
						Scalars.Color.BLUE, false),
				new Sample<>(CellUuid.class, Uuids.class, OrderedUuids.class, new UUID(1, 2), new UUID(-1, 2), false),
				new Sample<>(CellUri.class, Uris.class, OrderedUris.class, URI.create("http://a"),
						URI.create("http://b"), false),
				new Sample<>(CellDecimal.class, Decimals.class, OrderedDecimals.class, new BigDecimal("9.99"),
						new BigDecimal("50"), false),
				new Sample<>(CellWhole.class, Wholes.class, OrderedWholes.class, BigInteger.valueOf(9),
						BigInteger.valueOf(50), false),
				new Sample<>(CellDate.class, Dates.class, OrderedDates.class, LocalDate.of(2024, 2, 29),
						LocalDate.of(2025, 1, 1), true),
				new Sample<>(CellDateTime.class, DateTimes.class, OrderedDateTimes.class,
						LocalDateTime.of(2024, 2, 29, 1, 2), LocalDateTime.of(2024, 2, 29, 1, 2, 3), true),
				new Sample<>(CellTime.class, Times.class, OrderedTimes.class, LocalTime.of(1, 2), LocalTime.of(1, 2, 3),
						true),
				new Sample<>(CellOffsetTimes.class, OffsetTimess.class, OrderedOffsetTimess.class,
						OffsetTime.of(1, 2, 0, 0, ZoneOffset.UTC), OffsetTime.of(1, 2, 3, 0, ZoneOffset.ofHours(1)),
						false),
				new Sample<>(CellLength.class, Lengths.class, OrderedLengths.class, Duration.ofSeconds(9),
						Duration.ofDays(2), false),
				new Sample<>(CellSpan.class, Spans.class, OrderedSpans.class, Period.ofDays(9), Period.ofYears(1),
						false),
				new Sample<>(CellYears.class, Yearss.class, OrderedYearss.class, Year.of(999), Year.of(2024), false),
				new Sample<>(CellYearMonths.class, YearMonthss.class, OrderedYearMonthss.class, YearMonth.of(2024, 2),
						YearMonth.of(2025, 1), true),
				new Sample<>(CellMonthDays.class, MonthDayss.class, OrderedMonthDayss.class, MonthDay.of(2, 29),
						MonthDay.of(12, 1), true),
				new Sample<>(CellZone.class, Zones.class, OrderedZones.class, ZoneId.of("Europe/Berlin"),
						ZoneId.of("UTC"), false),
				new Sample<>(CellOffset.class, Offsets.class, OrderedOffsets.class, ZoneOffset.ofHours(-3),
						ZoneOffset.UTC, false),
				new Sample<>(CellTongue.class, Tongues.class, OrderedTongues.class, Locale.US, Locale.GERMANY, false),
				new Sample<>(CellMoney.class, Moneys.class, OrderedMoneys.class, Currency.getInstance("EUR"),
						Currency.getInstance("USD"), false),
				new Sample<>(CellMoment.class, Moments.class, OrderedMoments.class,
						Instant.parse("2024-02-29T01:02:03Z"), Instant.parse("2024-02-29T01:02:03.5Z"), true),
				new Sample<>(CellOffsetMoment.class, OffsetMoments.class, OrderedOffsetMoments.class,
						OffsetDateTime.parse("2024-02-29T01:02:03Z"), OffsetDateTime.parse("2024-02-29T01:02:03.5Z"),
						true),
				new Sample<>(CellZonedMoment.class, ZonedMoments.class, OrderedZonedMoments.class,
						ZonedDateTime.parse("2024-02-29T01:02:03Z"), ZonedDateTime.parse("2024-02-29T01:02:03.5Z"),
						true),
				new Sample<>(CellOldMoment.class, OldMoments.class, OrderedOldMoments.class,
						new Date(1_700_000_000_000L), new Date(1_700_000_000_500L), true));
	}

	/**
	 * Two values of a type.
	 *
	 * @param <E> the entity that holds them
	 * @param <T> the type
	 * @param entity the entity
	 * @param repository asks for values that are equal
	 * @param ordered asks for smaller ones
	 * @param low the smaller value
	 * @param high the other one
	 * @param sorted whether fields of the type are compared by order
	 */
	record Sample<E extends Cell<T>, T>(Class<E> entity, Class<? extends Cells<E, T>> repository,
			Class<? extends OrderedCells<E, T>> ordered, T low, T high, boolean sorted) {

		E cell(long id, T value) {
			try {
				E cell = this.entity.getDeclaredConstructor().newInstance();
				cell.id = id;
				cell.value = value;
				cell.elements = List.of(value);
				cell.nested = new Nested<>(value, List.of(value));
				cell.named = Map.of("a key", value);
				cell.extra = Map.of("dynamic", value);
				cell.v = new float[] { id, 1 };
				return cell;
			}
			catch (ReflectiveOperationException ex) {
				throw new IllegalStateException(ex);
			}
		}

		@Override
		public String toString() {
			return this.entity.getSimpleName();
		}

	}

	abstract static class Cell<T> {

		@Id
		long id;

		T value;

		List<T> elements;

		Nested<T> nested;

		Map<String, T> named;

		@DynamicFields
		Map<String, Object> extra;

		@VectorField(dimension = 2)
		float[] v;

		@Override
		public String toString() {
			return Long.toString(this.id);
		}

	}

	record Nested<T>(T value, List<T> elements) {
	}

	/**
	 * Every way to ask for a value that is equal to another one.
	 *
	 * @param <E> the entity
	 * @param <T> the type of the value
	 */
	@NoRepositoryBean
	interface Cells<E extends Cell<T>, T> extends MilvusRepository<E, Long> {

		List<E> findByValue(T value);

		List<E> findByValueIn(Collection<T> values);

		List<E> findByElementsContaining(T value);

		@Query("value == :value")
		List<E> query(@Param("value") T value);

		@Query("value in :values")
		List<E> queryIn(@Param("values") Collection<T> values);

		@Query("value == :#{#value}")
		List<E> queryExpression(@Param("value") T value);

		@Query("array_contains(elements, :value)")
		List<E> queryElements(@Param("value") T value);

		@Query("elements[0] == :value")
		List<E> queryElement(@Param("value") T value);

		@Query("nested[\"value\"] == :value")
		List<E> queryNested(@Param("value") T value);

		@Query("nested[\"value\"] in :values")
		List<E> queryNestedIn(@Param("values") Collection<T> values);

		@Query("json_contains(nested[\"elements\"], :value)")
		List<E> queryNestedElements(@Param("value") T value);

		@Query("named[\"a key\"] == :#{#value}")
		List<E> queryNamed(@Param("value") T value);

		@Query("dynamic == :value")
		List<E> queryDynamic(@Param("value") T value);

		@VectorSearch(filter = "value == :value")
		List<E> search(float[] vector, @Param("value") T value);

		@VectorSearch(filter = "nested[\"value\"] == :value and dynamic == :value")
		List<E> searchNested(float[] vector, @Param("value") T value);

	}

	/**
	 * Every way to ask for smaller values.
	 *
	 * @param <E> the entity
	 * @param <T> the type of the value
	 */
	@NoRepositoryBean
	interface OrderedCells<E extends Cell<T>, T> extends MilvusRepository<E, Long> {

		List<E> findByValueLessThan(T value);

		List<E> findByValueBetween(T low, T high);

		@Query("value < :value")
		List<E> query(@Param("value") T value);

		@VectorSearch(filter = "value < :value")
		List<E> search(float[] vector, @Param("value") T value);

	}

	@MilvusEntity
	static class CellBool extends Cell<Boolean> {

	}

	interface Bools extends Cells<CellBool, Boolean> {

	}

	interface OrderedBools extends OrderedCells<CellBool, Boolean> {

	}

	@MilvusEntity
	static class CellTiny extends Cell<Byte> {

	}

	interface Tinys extends Cells<CellTiny, Byte> {

	}

	interface OrderedTinys extends OrderedCells<CellTiny, Byte> {

	}

	@MilvusEntity
	static class CellSmall extends Cell<Short> {

	}

	interface Smalls extends Cells<CellSmall, Short> {

	}

	interface OrderedSmalls extends OrderedCells<CellSmall, Short> {

	}

	@MilvusEntity
	static class CellNumber extends Cell<Integer> {

	}

	interface Numbers extends Cells<CellNumber, Integer> {

	}

	interface OrderedNumbers extends OrderedCells<CellNumber, Integer> {

	}

	@MilvusEntity
	static class CellBig extends Cell<Long> {

	}

	interface Bigs extends Cells<CellBig, Long> {

	}

	interface OrderedBigs extends OrderedCells<CellBig, Long> {

	}

	@MilvusEntity
	static class CellReal extends Cell<Float> {

	}

	interface Reals extends Cells<CellReal, Float> {

	}

	interface OrderedReals extends OrderedCells<CellReal, Float> {

	}

	@MilvusEntity
	static class CellPrecise extends Cell<Double> {

	}

	interface Precises extends Cells<CellPrecise, Double> {

	}

	interface OrderedPrecises extends OrderedCells<CellPrecise, Double> {

	}

	@MilvusEntity
	static class CellText extends Cell<String> {

	}

	interface Texts extends Cells<CellText, String> {

	}

	interface OrderedTexts extends OrderedCells<CellText, String> {

	}

	@MilvusEntity
	static class CellLetter extends Cell<Character> {

	}

	interface Letters extends Cells<CellLetter, Character> {

	}

	interface OrderedLetters extends OrderedCells<CellLetter, Character> {

	}

	@MilvusEntity
	static class CellSequence extends Cell<CharSequence> {

	}

	interface Sequences extends Cells<CellSequence, CharSequence> {

	}

	interface OrderedSequences extends OrderedCells<CellSequence, CharSequence> {

	}

	@MilvusEntity
	static class CellConstant extends Cell<Scalars.Color> {

	}

	interface Constants extends Cells<CellConstant, Scalars.Color> {

	}

	interface OrderedConstants extends OrderedCells<CellConstant, Scalars.Color> {

	}

	@MilvusEntity
	static class CellUuid extends Cell<UUID> {

	}

	interface Uuids extends Cells<CellUuid, UUID> {

	}

	interface OrderedUuids extends OrderedCells<CellUuid, UUID> {

	}

	@MilvusEntity
	static class CellUri extends Cell<URI> {

	}

	interface Uris extends Cells<CellUri, URI> {

	}

	interface OrderedUris extends OrderedCells<CellUri, URI> {

	}

	@MilvusEntity
	static class CellDecimal extends Cell<BigDecimal> {

	}

	interface Decimals extends Cells<CellDecimal, BigDecimal> {

	}

	interface OrderedDecimals extends OrderedCells<CellDecimal, BigDecimal> {

	}

	@MilvusEntity
	static class CellWhole extends Cell<BigInteger> {

	}

	interface Wholes extends Cells<CellWhole, BigInteger> {

	}

	interface OrderedWholes extends OrderedCells<CellWhole, BigInteger> {

	}

	@MilvusEntity
	static class CellDate extends Cell<LocalDate> {

	}

	interface Dates extends Cells<CellDate, LocalDate> {

	}

	interface OrderedDates extends OrderedCells<CellDate, LocalDate> {

	}

	@MilvusEntity
	static class CellDateTime extends Cell<LocalDateTime> {

	}

	interface DateTimes extends Cells<CellDateTime, LocalDateTime> {

	}

	interface OrderedDateTimes extends OrderedCells<CellDateTime, LocalDateTime> {

	}

	@MilvusEntity
	static class CellTime extends Cell<LocalTime> {

	}

	interface Times extends Cells<CellTime, LocalTime> {

	}

	interface OrderedTimes extends OrderedCells<CellTime, LocalTime> {

	}

	@MilvusEntity
	static class CellOffsetTimes extends Cell<OffsetTime> {

	}

	interface OffsetTimess extends Cells<CellOffsetTimes, OffsetTime> {

	}

	interface OrderedOffsetTimess extends OrderedCells<CellOffsetTimes, OffsetTime> {

	}

	@MilvusEntity
	static class CellLength extends Cell<Duration> {

	}

	interface Lengths extends Cells<CellLength, Duration> {

	}

	interface OrderedLengths extends OrderedCells<CellLength, Duration> {

	}

	@MilvusEntity
	static class CellSpan extends Cell<Period> {

	}

	interface Spans extends Cells<CellSpan, Period> {

	}

	interface OrderedSpans extends OrderedCells<CellSpan, Period> {

	}

	@MilvusEntity
	static class CellYears extends Cell<Year> {

	}

	interface Yearss extends Cells<CellYears, Year> {

	}

	interface OrderedYearss extends OrderedCells<CellYears, Year> {

	}

	@MilvusEntity
	static class CellYearMonths extends Cell<YearMonth> {

	}

	interface YearMonthss extends Cells<CellYearMonths, YearMonth> {

	}

	interface OrderedYearMonthss extends OrderedCells<CellYearMonths, YearMonth> {

	}

	@MilvusEntity
	static class CellMonthDays extends Cell<MonthDay> {

	}

	interface MonthDayss extends Cells<CellMonthDays, MonthDay> {

	}

	interface OrderedMonthDayss extends OrderedCells<CellMonthDays, MonthDay> {

	}

	@MilvusEntity
	static class CellZone extends Cell<ZoneId> {

	}

	interface Zones extends Cells<CellZone, ZoneId> {

	}

	interface OrderedZones extends OrderedCells<CellZone, ZoneId> {

	}

	@MilvusEntity
	static class CellOffset extends Cell<ZoneOffset> {

	}

	interface Offsets extends Cells<CellOffset, ZoneOffset> {

	}

	interface OrderedOffsets extends OrderedCells<CellOffset, ZoneOffset> {

	}

	@MilvusEntity
	static class CellTongue extends Cell<Locale> {

	}

	interface Tongues extends Cells<CellTongue, Locale> {

	}

	interface OrderedTongues extends OrderedCells<CellTongue, Locale> {

	}

	@MilvusEntity
	static class CellMoney extends Cell<Currency> {

	}

	interface Moneys extends Cells<CellMoney, Currency> {

	}

	interface OrderedMoneys extends OrderedCells<CellMoney, Currency> {

	}

	@MilvusEntity
	static class CellMoment extends Cell<Instant> {

	}

	interface Moments extends Cells<CellMoment, Instant> {

	}

	interface OrderedMoments extends OrderedCells<CellMoment, Instant> {

	}

	@MilvusEntity
	static class CellOffsetMoment extends Cell<OffsetDateTime> {

	}

	interface OffsetMoments extends Cells<CellOffsetMoment, OffsetDateTime> {

	}

	interface OrderedOffsetMoments extends OrderedCells<CellOffsetMoment, OffsetDateTime> {

	}

	@MilvusEntity
	static class CellZonedMoment extends Cell<ZonedDateTime> {

	}

	interface ZonedMoments extends Cells<CellZonedMoment, ZonedDateTime> {

	}

	interface OrderedZonedMoments extends OrderedCells<CellZonedMoment, ZonedDateTime> {

	}

	@MilvusEntity
	static class CellOldMoment extends Cell<Date> {

	}

	interface OldMoments extends Cells<CellOldMoment, Date> {

	}

	interface OrderedOldMoments extends OrderedCells<CellOldMoment, Date> {

	}

}
