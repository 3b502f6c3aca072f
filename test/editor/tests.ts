// Every file of tests stands here once; they run in this order.
import './opening.test';
