package io.github.milvusspring.data.mapping;

import java.util.Optional;

import org.springframework.data.core.TypeInformation;
import org.springframework.data.mapping.MappingException;
import org.springframework.data.mapping.context.AbstractMappingContext;
import org.springframework.data.mapping.model.Property;
import org.springframework.data.mapping.model.SimpleTypeHolder;

/**
 * Knows how each entity class is kept in Milvus.
 */
public class MilvusMappingContext extends AbstractMappingContext<MilvusPersistentEntity<?>, MilvusPersistentProperty> {

	@Override
	@SuppressWarnings("unchecked")
	protected <T> MilvusPersistentEntity<?> createPersistentEntity(TypeInformation<T> type) {
		return new BasicMilvusPersistentEntity<>(type);
	}

	@Override
	protected MilvusPersistentProperty createPersistentProperty(Property property, MilvusPersistentEntity<?> owner,
			SimpleTypeHolder simpleTypeHolder) {
		return new BasicMilvusPersistentProperty(property, owner, simpleTypeHolder);
	}

	// What is wrong with the class, not that something is.
	@Override
	protected Optional<MilvusPersistentEntity<?>> addPersistentEntity(TypeInformation<?> type) {
		try {
			return super.addPersistentEntity(type);
		}
		catch (MappingException ex) {
			throw (ex.getCause() instanceof MappingException cause) ? cause : ex;
		}
	}

	/**
	 * Returns the entity of a class.
	 * @param <T> the class
	 * @param type a class with {@code @MilvusEntity}
	 * @return its entity
	 * @throws org.springframework.data.mapping.MappingException with everything that is
	 * wrong with the class, when it cannot be kept in Milvus
	 */
	@SuppressWarnings("unchecked")
	public <T> MilvusPersistentEntity<T> entity(Class<T> type) {
		return (MilvusPersistentEntity<T>) getRequiredPersistentEntity(type);
	}

}
