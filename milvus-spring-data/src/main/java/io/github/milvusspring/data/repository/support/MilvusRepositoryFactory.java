package io.github.milvusspring.data.repository.support;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Optional;

import io.github.milvusspring.data.convert.MilvusConverter;
import io.github.milvusspring.data.core.MilvusOperations;
import io.github.milvusspring.data.mapping.MilvusMappingContext;
import io.github.milvusspring.data.mapping.MilvusPersistentEntity;
import io.github.milvusspring.data.repository.ReadConsistency;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.data.projection.ProjectionFactory;
import org.springframework.data.repository.core.EntityInformation;
import org.springframework.data.repository.core.NamedQueries;
import org.springframework.data.repository.core.RepositoryInformation;
import org.springframework.data.repository.core.RepositoryMetadata;
import org.springframework.data.repository.core.support.PersistentEntityInformation;
import org.springframework.data.repository.core.support.RepositoryFactorySupport;
import org.springframework.data.repository.query.QueryLookupStrategy;
import org.springframework.data.repository.query.RepositoryQuery;
import org.springframework.data.repository.query.ValueExpressionDelegate;

/**
 * Creates repositories of Milvus entities.
 */
public class MilvusRepositoryFactory extends RepositoryFactorySupport {

	private final MilvusOperations operations;

	private final MilvusMappingContext mappingContext;

	/**
	 * Creates a factory.
	 * @param operations the operations that the repositories call
	 */
	public MilvusRepositoryFactory(MilvusOperations operations) {
		this.operations = operations;
		this.mappingContext = operations.getConverter().getMappingContext();
		addRepositoryProxyPostProcessor((proxy, information) -> {
			ConsistentReads reads = ConsistentReads.of(information,
					(method) -> target(information, operations(method)));
			if (reads != null) {
				proxy.addAdvice(reads);
			}
		});
	}

	@Override
	public EntityInformation<?, ?> getEntityInformation(RepositoryMetadata metadata) {
		return new PersistentEntityInformation<>(this.mappingContext.entity(metadata.getDomainType()));
	}

	@Override
	protected Object getTargetRepository(RepositoryInformation information) {
		this.operations.ensureCollection(information.getDomainType());
		return target(information, operations(information.getRepositoryInterface()));
	}

	private Object target(RepositoryInformation information, MilvusOperations operations) {
		return getTargetRepositoryViaReflection(information, getEntityInformation(information), operations);
	}

	/**
	 * Returns operations that read with the consistency level of the first annotated
	 * element.
	 */
	private MilvusOperations operations(AnnotatedElement... elements) {
		for (AnnotatedElement element : elements) {
			ReadConsistency consistency = AnnotatedElementUtils.findMergedAnnotation(element, ReadConsistency.class);
			if (consistency != null) {
				return this.operations.withConsistency(consistency.value());
			}
		}
		return this.operations;
	}

	@Override
	protected ProjectionFactory getProjectionFactory(@Nullable ClassLoader classLoader,
			@Nullable BeanFactory beanFactory) {
		MilvusConverter converter = this.operations.getConverter();
		if (beanFactory != null) {
			converter.setBeanFactory(beanFactory);
		}
		return converter.getProjectionFactory();
	}

	@Override
	protected Class<?> getRepositoryBaseClass(RepositoryMetadata metadata) {
		return SimpleMilvusRepository.class;
	}

	@Override
	protected Optional<QueryLookupStrategy> getQueryLookupStrategy(QueryLookupStrategy.@Nullable Key key,
			ValueExpressionDelegate valueExpressionDelegate) {
		QueryLookup lookup = new QueryLookup(key);
		return Optional.of((method, metadata, projections, namedQueries) -> query(method, metadata, projections,
				valueExpressionDelegate, lookup, namedQueries));
	}

	private RepositoryQuery query(Method method, RepositoryMetadata metadata, ProjectionFactory projections,
			ValueExpressionDelegate expressions, QueryLookup lookup, NamedQueries namedQueries) {
		MilvusPersistentEntity<?> entity = this.mappingContext.entity(metadata.getDomainType());
		return new RepositoryQueryFactory(operations(method, metadata.getRepositoryInterface()), entity, expressions,
				lookup)
			.query(new MilvusQueryMethod(method, metadata, projections), namedQueries);
	}

}
