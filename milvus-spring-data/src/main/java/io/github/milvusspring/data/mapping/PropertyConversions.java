package io.github.milvusspring.data.mapping;

import io.github.milvusspring.data.mapping.type.ValueConversion;
import org.jspecify.annotations.Nullable;

import org.springframework.core.ResolvableType;
import org.springframework.core.convert.support.DefaultConversionService;
import org.springframework.data.convert.PropertyValueConverter;
import org.springframework.data.convert.ValueConversionContext;
import org.springframework.util.ClassUtils;

/**
 * Finds the converters that an application registered for a property or for a class.
 */
final class PropertyConversions {

	private final MilvusCustomConversions conversions;

	private final DefaultConversionService service = new DefaultConversionService();

	PropertyConversions(MilvusCustomConversions conversions) {
		this.conversions = conversions;
		conversions.registerConvertersIn(this.service);
	}

	/**
	 * Returns the conversion by the {@code PropertyValueConverter} of a property,
	 * {@code null} when it has none.
	 */
	@Nullable ValueConversion of(MilvusPersistentProperty property) {
		if (!this.conversions.hasValueConverter(property)) {
			return null;
		}
		PropertyValueConverter<Object, Object, ValueConversionContext<MilvusPersistentProperty>> converter = this.conversions
			.getRequiredValueConverter(property);
		ValueConversionContext<MilvusPersistentProperty> context = () -> property;
		Class<?> stored = ResolvableType.forClass(PropertyValueConverter.class, converter.getClass())
			.getGeneric(1)
			.resolve(Object.class);
		return new ValueConversion(ClassUtils.resolvePrimitiveIfNecessary(property.getType()), stored,
				(value) -> converter.write(value, context), (value) -> converter.read(value, context));
	}

	/**
	 * Returns the conversion by the registered converters of a class, {@code null} when
	 * it has none.
	 */
	@Nullable ValueConversion of(Class<?> javaType) {
		Class<?> type = ClassUtils.resolvePrimitiveIfNecessary(javaType);
		Class<?> stored = this.conversions.getCustomWriteTarget(type).orElse(null);
		return (stored != null) ? new ValueConversion(type, stored, (value) -> this.service.convert(value, stored),
				(value) -> this.service.convert(value, type)) : null;
	}

	/**
	 * Tells whether a converter exists that reads the stored form of a class.
	 */
	boolean canRead(ValueConversion conversion) {
		return this.conversions.hasCustomReadTarget(conversion.storedType(), conversion.javaType());
	}

}
